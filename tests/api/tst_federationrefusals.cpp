// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/forger.h"
#include "tests/api/refusals.h"
#include "tests/support/expect.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QThread>

using namespace Qt::StringLiterals;

/// Invalid answers of providers, and invalid requests to sign in with one.
class TestFederationRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void providers_data();
    void providers();
    void codes_data();
    void codes();
    void aVerifiedAddressIsNotAnotherOne();
    void aFailedRequestIsNotRepeatedAtOnce();
    void theServerStopsDuringARequest();
    void login_data();
    void login() { m_refusals->check(); }
    void list_data();
    void list() { m_refusals->check(); }
    void parametersOfOtherKindsAreRefused();
    void anInvalidFileKeepsTheServerFromStarting();

private:
    Answer signIn(const QString &provider, const QJsonObject &proof) const;

    std::unique_ptr<Forger> m_forger;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Refusals> m_refusals;
};

void TestFederationRefusals::initTestCase()
{
    m_forger = std::make_unique<Forger>();
    QJsonArray providers;
    for (const QString &face : {u"house"_s, u"garbage"_s, u"large"_s, u"slow"_s, u"broken"_s, u"closed"_s, u"moved"_s,
                                u"other"_s, u"leak"_s, u"nokeys"_s, u"inner"_s, u"twofaced"_s, u"garbledtoken"_s,
                                u"brokentoken"_s, u"badclient"_s, u"refusing"_s, u"tokenless"_s})
        providers.append(m_forger->configuration(face));
    const auto add = [&](const QString &id, const QString &issuer) {
        QJsonObject provider = m_forger->configuration(id);
        provider.insert(u"issuer"_s, issuer);
        providers.append(provider);
    };
    QTcpServer taken; // the port is free again when this socket is destroyed
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    add(u"unreachable"_s, u"http://127.0.0.1:%1"_s.arg(taken.serverPort()));
    add(u"untrusted"_s, m_forger->get(u"/secure"_s).json[u"origin"_s].toString());
    const ProviderList list(providers);
    taken.close();
    m_server = std::make_unique<TestServer>(list.arguments());
    m_refusals = std::make_unique<Refusals>(*m_server);
}

Answer TestFederationRefusals::signIn(const QString &provider, const QJsonObject &proof) const
{
    QJsonObject body = proof;
    body.insert(u"provider"_s, provider);
    return m_server->portal().put(u"/accounts/login/others"_s, body);
}

void TestFederationRefusals::providers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    for (const char *unreachable : {"unreachable", "closed", "slow", "untrusted", "inner"})
        QTest::newRow(unreachable) << 503 << u"provider_unreachable"_s;
    for (const char *failing : {"garbage", "large", "broken", "moved", "other", "leak", "nokeys"})
        QTest::newRow(failing) << 502 << u"provider_failed"_s;
}

void TestFederationRefusals::providers()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QElapsedTimer timer;
    timer.start();
    const Answer answer =
        signIn(QString::fromLatin1(QTest::currentDataTag()), {{u"id_token"_s, m_forger->rightToken()}});
    EXPECT_STATUS(answer, status);
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.headers.contains("retry-after"), status == 503);
    QVERIFY(!answer.body.contains("127.0.0.1"));
    QVERIFY(timer.elapsed() < 20'000);
}

void TestFederationRefusals::codes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("refusing") << 401 << u"identity_refused"_s;
    for (const char *failing : {"garbledtoken", "brokentoken", "badclient", "tokenless"})
        QTest::newRow(failing) << 502 << u"provider_failed"_s;
}

void TestFederationRefusals::codes()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const Answer answer = signIn(QString::fromLatin1(QTest::currentDataTag()),
                                 {{u"code"_s, u"c"_s},
                                  {u"code_verifier"_s, QString(43, u'v')},
                                  {u"redirect_uri"_s, u"http://127.0.0.1:9/back"_s}});
    EXPECT_STATUS(answer, status);
    QCOMPARE(answer.code(), code);
}

/// Whether an address is verified is told where the address is.
void TestFederationRefusals::aVerifiedAddressIsNotAnotherOne()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    QCOMPARE(ada.email(), u"ada@example.org"_s);
    const Answer answer = signIn(u"twofaced"_s,
                                 {{u"code"_s, u"c"_s},
                                  {u"code_verifier"_s, QString(43, u'v')},
                                  {u"redirect_uri"_s, u"http://127.0.0.1:9/back"_s}});
    EXPECT_STATUS(answer, 200);
    QVERIFY(answer.json[u"account_id"_s].toString() != ada.accountId());
}

void TestFederationRefusals::aFailedRequestIsNotRepeatedAtOnce()
{
    const QString discovery = Forger::discoveryOf(u"broken"_s);
    const QJsonObject proof{{u"id_token"_s, m_forger->rightToken()}};
    const auto ask = [&] { return signIn(u"broken"_s, proof).code() == u"provider_failed"_s; };
    QVERIFY(ask());
    const int before = m_forger->requests(discovery);
    QVERIFY(ask() && ask());
    QCOMPARE(m_forger->requests(discovery), before);
    // The failure is not remembered forever.
    QTRY_VERIFY_WITH_TIMEOUT(ask() && m_forger->requests(discovery) > before, 20'000);
}

/// A request to a provider that would answer much later is under way.
void TestFederationRefusals::theServerStopsDuringARequest()
{
    const ProviderList list({m_forger->configuration(u"slow"_s)});
    TestServer server(list.arguments());
    const QString discovery = Forger::discoveryOf(u"slow"_s);
    const int before = m_forger->requests(discovery);
    const std::unique_ptr<QThread> waiting(QThread::create([base = server.base()] {
        HttpClient client(base);
        client.setBasic(portalAppId, {});
        client.get(u"/accounts/login/others"_s);
    }));
    waiting->start();
    const bool asked = QTest::qWaitFor([&] { return m_forger->requests(discovery) > before; }, 20'000);
    const int exitCode = server.stop();
    waiting->wait();
    QVERIFY(asked);
    QCOMPARE(exitCode, 0);
}

void TestFederationRefusals::login_data()
{
    Refusals::columns();
    const Endpoint put{.name = "login",
                       .method = "PUT",
                       .path = u"/accounts/login/others"_s,
                       .body = {{u"provider"_s, u"house"_s}, {u"id_token"_s, u"x"_s}},
                       .required = {u"provider"_s},
                       .byApp = true};
    m_refusals->common(put);
    m_refusals->field(put, "unknown", u"provider"_s, u"nobody"_s, u"not_allowed"_s);
    m_refusals->field(put, "too long", u"provider"_s, QString(33, u'x'), u"too_long"_s);
    m_refusals->field(put, "too long", u"id_token"_s, QString(20'001, u'x'), u"too_long"_s);
    m_refusals->field(put, "no text", u"nonce"_s, 5, u"wrong_type"_s);
    m_refusals->field(put, "too short", u"code_verifier"_s, u"abc"_s, u"malformed"_s);
    m_refusals->field(put, "as well", u"code"_s, u"c"_s, u"not_allowed"_s);
    m_refusals->field(put, "of this kind", u"access_token"_s, u"c"_s, u"not_allowed"_s);
}

void TestFederationRefusals::list_data()
{
    Refusals::columns();
    m_refusals->common({.name = "list", .method = "GET", .path = u"/accounts/login/others"_s, .byApp = true});
}

void TestFederationRefusals::parametersOfOtherKindsAreRefused()
{
    EXPECT_INVALID(signIn(u"house"_s, {}), "/id_token required");
    EXPECT_INVALID(signIn(u"house"_s, {{u"code"_s, u"c"_s}}), "/redirect_uri required");
    EXPECT_INVALID(signIn(u"house"_s, {{u"code"_s, u"c"_s}, {u"redirect_uri"_s, u"http://127.0.0.1:9"_s}}),
                   "/code_verifier required");
    const Answer scope = signIn(u"house"_s, {{u"id_token"_s, m_forger->rightToken()}, {u"scope"_s, u"all"_s}});
    EXPECT_INVALID(scope, "/scope not_allowed");
}

void TestFederationRefusals::anInvalidFileKeepsTheServerFromStarting()
{
    const ProviderList broken({QJsonObject{{u"id"_s, u"x"_s}, {u"client_secret"_s, u"hush"_s}}});
    const auto outcome = m_server->command(broken.arguments());
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.errors.contains("/0/"), outcome.errors.constData());
    QVERIFY(!outcome.errors.contains("hush"));
}

QTEST_GUILESS_MAIN(TestFederationRefusals)
#include "tst_federationrefusals.moc"
