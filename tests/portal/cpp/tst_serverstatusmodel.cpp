// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/serveraccess.h"
#include "app/portal/serverstatusmodel.h"
#include "app/portal/servertroubles.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr auto path = "GET /v1/server/status";

/// A server that works, as the API describes it.
QJsonObject server(const QString &id, const QJsonObject &health = {})
{
    QJsonObject all{
        {u"version"_s, u"1"_s},
        {u"cameras"_s, 2},
        {u"disks"_s, QJsonArray{QJsonObject{{u"use"_s, u"data"_s}, {u"total_bytes"_s, 1000}, {u"free_bytes"_s, 500}}}},
        {u"recording"_s, QJsonObject{{u"refused"_s, false}, {u"sheds"_s, 0}}},
        {u"analysis"_s, QJsonObject{{u"objects"_s, u"available"_s}, {u"looks"_s, 1000}, {u"sheds"_s, 3}}}};
    for (auto member = health.begin(); member != health.end(); ++member)
        all.insert(member.key(), member.value());
    return {{u"server_id"_s, id},
            {u"standing"_s, u"running"_s},
            {u"address"_s, u"http://%1:8080"_s.arg(id)},
            {u"started_at"_s, u"2026-11-29T08:00:00.000Z"_s},
            {u"health"_s, all}};
}

QJsonObject status(const QJsonArray &servers)
{
    return {{u"at"_s, u"2026-11-29T16:00:00.000Z"_s},
            {u"servers"_s, servers},
            {u"cameras"_s, QJsonObject{{u"online"_s, 2}}},
            {u"jobs"_s,
             QJsonArray{QJsonObject{{u"kind"_s, u"mail"_s}, {u"waiting"_s, 4}, {u"failed"_s, 2}},
                        QJsonObject{{u"kind"_s, u"clip"_s}, {u"waiting"_s, 1}, {u"failed"_s, 1}}}},
            {u"mail"_s, QJsonObject{{u"delivery"_s, u"smtp"_s}, {u"failed"_s, 2}}},
            {u"database"_s, QJsonObject{{u"engine"_s, u"sqlite"_s}, {u"version"_s, u"3"_s}}}};
}
}

/// The state of the servers as the page has it.
class ServerStatusModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(), m_fixture.reset(); }
    void namesServersAndCounts();
    void theWorstComesFirst();
    void aBusyMomentIsNoTrouble();
    void asksOneAtATimeWhileItIsWatched();
    void keepsTheLastStateWithoutAnAnswer();
    void endsWithThePermission();
    void administratorsAndOwnersMaySeeIt();

private:
    ScriptedPeer &peer() { return m_fixture->peer(); }
    void read(const QJsonArray &servers);
    QStringList kinds() const;

    std::unique_ptr<PortalFixture> m_fixture;
    std::unique_ptr<ServerStatusModel> m_model;
};

void ServerStatusModelTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    QVERIFY(m_fixture->signIn());
    m_model = std::make_unique<ServerStatusModel>();
    m_model->setProperty("interval", 1);
    m_model->setPortal(&m_fixture->portal());
}

void ServerStatusModelTest::read(const QJsonArray &servers)
{
    peer().on(path, status(servers));
    m_model->reload();
    QTRY_COMPARE(m_model->state(), LoadState::Ready);
}

QStringList ServerStatusModelTest::kinds() const
{
    QStringList kinds;
    for (const QVariant &trouble : m_model->troubles())
        kinds += trouble.toMap()[u"kind"_s].toString();
    return kinds;
}

void ServerStatusModelTest::namesServersAndCounts()
{
    const QString door = DeviceId::generate().toString();
    const QString others = DeviceId::generate().toString();
    const QJsonArray loads{QJsonObject{{u"device_id"_s, door}, {u"name"_s, u"Door"_s}, {u"looks"_s, 9}}};
    const QJsonArray worse{QJsonObject{{u"device_id"_s, others}, {u"looks"_s, 1}, {u"sheds"_s, 5}}};
    QJsonObject second = server(u"b"_s, {{u"loads"_s, worse}});
    second.remove(u"address"_s);
    second.insert(u"this_server"_s, true);
    read({server(u"a"_s, {{u"loads"_s, loads}}), second});
    QCOMPARE(m_model->servers()[0].toMap()[u"name"_s].toString(), u"a:8080"_s);
    QCOMPARE(m_model->servers()[1].toMap()[u"name"_s].toString(), u"127.0.0.1:%1"_s.arg(peer().serverPort()));
    QCOMPARE(m_model->loads().size(), 2);
    QCOMPARE(m_model->loads()[0].toMap()[u"deviceId"_s].toString(), others);
    QCOMPARE(m_model->loads()[1].toMap()[u"name"_s].toString(), u"Door"_s);
    QCOMPARE(m_model->jobs()[u"waiting"_s].toInt(), 5);
    QCOMPARE(m_model->jobs()[u"failedKinds"_s].toList().size(), 2);
    QCOMPARE(m_model->at(), QDateTime::fromString(u"2026-11-29T16:00:00.000Z"_s, Qt::ISODateWithMs));
}

void ServerStatusModelTest::theWorstComesFirst()
{
    const QJsonObject tight{{u"use"_s, u"data"_s}, {u"total_bytes"_s, 1000}, {u"free_bytes"_s, 20}};
    QJsonObject gone{{u"server_id"_s, u"c"_s}, {u"standing"_s, u"gone"_s}, {u"address"_s, u"http://c:1"_s}};
    QJsonObject alone{{u"server_id"_s, u"d"_s}, {u"standing"_s, u"silent"_s}};
    const QJsonObject shedding{{u"objects"_s, u"not_installed"_s}, {u"looks"_s, 90}, {u"sheds"_s, 10}};
    read({server(u"a"_s, {{u"analysis"_s, shedding}, {u"disks"_s, QJsonArray{tight}}}),
          server(u"b"_s, {{u"disk_full"_s, true}, {u"disks"_s, QJsonArray{tight}}}), gone, alone});
    QCOMPARE(kinds(),
             (QStringList{u"disk_full"_s, u"gone"_s, u"disk_low"_s, u"detector_sheds"_s, u"mail_failed"_s,
                          u"objects_missing"_s, u"no_address"_s, u"jobs_failed"_s}));
    QCOMPARE(m_model->troubles()[0].toMap()[u"server"_s].toString(), u"b:8080"_s);
    QCOMPARE(m_model->troubles()[3].toMap()[u"share"_s].toDouble(), 0.1);
    QCOMPARE(m_model->troubles()[7].toMap()[u"count"_s].toInt(), 1); // the mails are counted by themselves
}

void ServerStatusModelTest::aBusyMomentIsNoTrouble()
{
    read({server(u"a"_s)});
    QCOMPARE(kinds(), (QStringList{u"mail_failed"_s, u"jobs_failed"_s}));
}

void ServerStatusModelTest::asksOneAtATimeWhileItIsWatched()
{
    QList<PeerExchange> asked;
    peer().on(path, [&asked](const PeerExchange &exchange) { asked.append(exchange); });
    m_model->setWatching(true);
    QTRY_COMPARE(asked.size(), 1);
    m_model->reload();
    m_model->setWatching(false); // as when the window is hidden and shown again
    m_model->setWatching(true);
    asked[0].answer(200, status({server(u"a"_s)}));
    QTRY_COMPARE(asked.size(), 2);
    m_model->setWatching(false);
    asked[1].answer(200, status({server(u"a"_s), server(u"b"_s)}));
    QTRY_COMPARE(m_model->servers().size(), 2);
    m_model->reload(); // nothing else asks
    QTRY_COMPARE(asked.size(), 3);
    QCOMPARE(peer().count(path), 3);
}

void ServerStatusModelTest::keepsTheLastStateWithoutAnAnswer()
{
    read({server(u"a"_s)});
    peer().on(path, [](const PeerExchange &exchange) { exchange.hangUp(); });
    m_model->reload();
    QTRY_VERIFY(!m_model->problem().isEmpty());
    QCOMPARE(m_model->state(), LoadState::Ready);
    QCOMPARE(m_model->servers().size(), 1);
    read({server(u"a"_s), server(u"b"_s)});
    QTRY_COMPARE(m_model->servers().size(), 2);
    QCOMPARE(m_model->problem(), QString());
}

void ServerStatusModelTest::endsWithThePermission()
{
    read({server(u"a"_s)});
    peer().on(path, [](const PeerExchange &exchange) { exchange.problem(403, u"insufficient_scope"_s); });
    m_model->setWatching(true);
    QTRY_COMPARE(m_model->state(), LoadState::Failed);
    QCOMPARE(m_model->problem(), u"You don't have permission to do this."_s);
    const qsizetype asked = peer().count(path);
    m_model->setWatching(false);
    m_model->setWatching(true);
    QTest::qWait(1); // an interval
    QCOMPARE(peer().count(path), asked);
}

void ServerStatusModelTest::administratorsAndOwnersMaySeeIt()
{
    ServerAccess access;
    access.setPortal(&m_fixture->portal());
    QVERIFY(!access.allowed()); // a developer with an account on a server of others
    QCOMPARE(peer().count(path), 0);
    peer().on(path, status({server(u"a"_s)}));
    access.setProperty("own", true);
    QTRY_VERIFY(access.allowed());
    access.setProperty("own", false);
    QVERIFY(!access.allowed());
    const QJsonObject root{{u"user_id"_s, u"usr_1"_s}, {u"name"_s, u"Ada"_s}, {u"role"_s, u"admin"_s}};
    peer().on("GET /v1/accounts/acc_1", QJsonObject{{u"account_id"_s, u"acc_1"_s}, {u"users"_s, QJsonArray{root}}});
    m_fixture->portal().session()->readUser();
    QTRY_VERIFY(access.allowed());
    QCOMPARE(peer().count(path), 1);
}

QTEST_MAIN(ServerStatusModelTest)
#include "tst_serverstatusmodel.moc"
