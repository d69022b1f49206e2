// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/party.h"
#include "server/core/http/problem.h"
#include "server/core/http/router.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const AccountId ada = AccountId::generate();

Route slow(const QString &path, bool internal = false)
{
    Route route{.path = path, .caller = Callers::anyone(), .runs = Runs::OnFilePool};
    route.handle = [](const Call &) { return Reply::noContent(); };
    route.internal = internal;
    return route;
}

Request request(const QByteArray &path, const QByteArray &credential, const QString &address = u"192.0.2.7"_s)
{
    Request request;
    request.path = path;
    request.peer = QHostAddress(address);
    if (!credential.isEmpty())
        request.headers.append("Authorization", credential);
    return request;
}
}

/// For whom a request waits for a thread of a pool.
class TestParties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountIsOneParty();
    void strangersOfANetworkAreOneParty();
    void signedAddressesAreApart();
    void serversAskOnBehalfOfParties();
    void strangersGetNoThreadOfServers();

private:
    QByteArray partyOf(const Request &request) const { return m_router.partyOf(request, m_router.find(request)); }

    const Router m_router{{slow(u"/things"_s), slow(u"/internal"_s, true)},
                          {.authenticate =
                               [](const Request &request, const Route &) {
                                   const QByteArray credential = request.headers.value("Authorization");
                                   if (credential == "wrong")
                                       throw Problem::unauthorized(u"invalid_token"_s, u"No."_s);
                                   Caller caller;
                                   if (!credential.isEmpty())
                                       caller.accountId = ada;
                                   if (credential == "link")
                                       caller.kind = Caller::Kind::Link;
                                   return caller;
                               },
                           .isPeer = [](const Request &request) { return request.headers.contains("Waymark-Peer"); }}};
};

void TestParties::anAccountIsOneParty()
{
    QCOMPARE(partyOf(request("/v1/things", "one token")), Party::of(ada));
    QCOMPARE(partyOf(request("/v1/things", "another token", u"198.51.100.1"_s)), Party::of(ada));
}

void TestParties::strangersOfANetworkAreOneParty()
{
    const QByteArray here = partyOf(request("/v1/things", {}, u"2001:db8::1"_s));
    QCOMPARE(partyOf(request("/v1/things", {}, u"2001:db8::2:3"_s)), here);
    QCOMPARE(partyOf(request("/v1/things", "wrong", u"2001:db8::1"_s)), here);
    QVERIFY(partyOf(request("/v1/things", {}, u"2001:db8:1::1"_s)) != here);
}

/// Whoever makes such addresses up takes no turn of the account that they name.
void TestParties::signedAddressesAreApart()
{
    const QByteArray here = partyOf(request("/v1/things", "link"));
    QVERIFY(here != Party::of(ada));
    QVERIFY(here != partyOf(request("/v1/things", {})));
    QVERIFY(here != partyOf(request("/v1/things", "link", u"198.51.100.1"_s)));
}

void TestParties::serversAskOnBehalfOfParties()
{
    Request relayed = request("/v1/internal", {});
    relayed.headers.append("Waymark-Peer", "signature");
    relayed.headers.append(Party::header, "somebody");
    QCOMPARE(m_router.runsOn(relayed, m_router.find(relayed)), Runs::OnFilePool);
    QCOMPARE(partyOf(relayed), "somebody"_ba);
}

void TestParties::strangersGetNoThreadOfServers()
{
    Request stranger = request("/v1/internal", {});
    stranger.headers.append(Party::header, "somebody");
    QCOMPARE(m_router.runsOn(stranger, m_router.find(stranger)), Runs::OnWorker);
    const Request known = request("/v1/things", {});
    QCOMPARE(m_router.runsOn(known, m_router.find(known)), Runs::OnFilePool);
    const Request lost = request("/v1/nothing", {});
    QCOMPARE(m_router.runsOn(lost, m_router.find(lost)), Runs::OnWorker);
}

QTEST_GUILESS_MAIN(TestParties)
#include "tst_parties.moc"
