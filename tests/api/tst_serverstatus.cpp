// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
const QString path = u"/server/status"_s;
const QString cameraUrl = u"rtsp://127.0.0.1:9/nothing"_s; // nothing listens there
}

/// The state of a server, for administrators in the portal.
class TestServerStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void administratorsInThePortalSeeIt();
    void nobodyElseSeesIt();
    void aScopeOfReadingIsNotEnough();
    void anAppOfAnAdministratorDoesNotSeeIt();
    void itEndsWithTheRole();
    void camerasHaveNamesForTheirOwnersAlone();
    void mailsThatWaitAreCounted();
    void itTellsNoPathsOfTheServer();
    void otherServersNeedASignature();
    void manyMayAskAtOnce();

private:
    void give(const TestAccount &account, const QString &role) const;
    /// Returns the load of a camera, once the server reads the camera.
    QJsonObject loadOf(const QString &device) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_staff;
    TestAccount *m_root = nullptr; ///< an administrator
    std::unique_ptr<HttpClient> m_portal; ///< where Root has signed in
    TestAccount *m_ada = nullptr;
};

void TestServerStatus::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_staff = std::make_unique<HttpClient>(m_server->staff(u"admin"_s));
    m_root = &m_server->account(u"root"_s);
    m_ada = &m_server->account(u"ada"_s);
    give(*m_root, u"admin"_s);
    m_portal = std::make_unique<HttpClient>(m_root->with(*m_server, {}));
}

void TestServerStatus::give(const TestAccount &account, const QString &role) const
{
    EXPECT_STATUS(
        m_staff->put(u"/accounts/%1/users/%2/role"_s.arg(account.accountId(), account.userId()), {{u"role"_s, role}}),
        200);
}

void TestServerStatus::administratorsInThePortalSeeIt()
{
    const Answer status = m_portal->get(path);
    EXPECT_STATUS(status, 200);
    QCOMPARE(status.json[u"servers"_s].toArray().size(), 1);
    const QJsonObject server = status.json[u"servers"_s][0].toObject();
    QCOMPARE(server[u"standing"_s].toString(), u"running"_s);
    QVERIFY(server[u"this_server"_s].toBool());
    const QJsonObject health = server[u"health"_s].toObject();
    QVERIFY(health[u"memory_bytes"_s].toDouble() > 1e6);
    QVERIFY(health[u"disks"_s][0][u"free_bytes"_s].toDouble() > 0);
    QVERIFY(health[u"disks"_s][0][u"total_bytes"_s].toDouble() >= health[u"disks"_s][0][u"free_bytes"_s].toDouble());
    QVERIFY(!health[u"disk_full"_s].toBool());
    QVERIFY(!health[u"recording"_s][u"refused"_s].toBool());
    QCOMPARE(health[u"analysis"_s][u"sheds"_s].toInt(-1), 0);
    QCOMPARE(health[u"viewers"_s].toInt(-1), 0);
    const QJsonObject database = status.json[u"database"_s].toObject();
    QCOMPARE(database[u"engine"_s].toString(), TestServer::onPostgres() ? u"postgresql"_s : u"sqlite"_s);
    QVERIFY(database[u"bytes"_s].toDouble() > 100'000);
}

void TestServerStatus::nobodyElseSeesIt()
{
    EXPECT_PROBLEM(m_server->anybody().get(path), 401, "credential_required");
    EXPECT_PROBLEM(m_ada->get(path), 403, "insufficient_scope"); // the server is not hers
    EXPECT_PROBLEM(m_server->staff(u"support"_s).get(path), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_server->app(m_ada->createApp(u"Key"_s)).get(path), 401, "credential_required");
}

void TestServerStatus::aScopeOfReadingIsNotEnough()
{
    EXPECT_PROBLEM(m_root->with(*m_server, u"account:read devices:read"_s).get(path), 403, "insufficient_scope");
    EXPECT_STATUS(m_root->with(*m_server, u"account:read manage"_s).get(path), 200);
}

void TestServerStatus::anAppOfAnAdministratorDoesNotSeeIt()
{
    const Answer login = m_server->app(m_root->createApp(u"Own"_s))
                             .post(u"/accounts/login/local"_s,
                                   {{u"name"_s, m_root->email()},
                                    {u"password"_s, TestAccount::password()},
                                    {u"scope"_s, u"account:read manage"_s}}); // opens GET /metrics
    EXPECT_STATUS(login, 200);
    HttpClient app = m_server->anybody();
    app.setBearer(login.json[u"access_token"_s].toString());
    EXPECT_STATUS(app.get(u"/metrics"_s), 200);
    EXPECT_PROBLEM(app.get(path), 403, "insufficient_scope");
}

void TestServerStatus::itEndsWithTheRole()
{
    const TestAccount &cyd = m_server->account(u"cyd"_s);
    give(cyd, u"admin"_s);
    const HttpClient portal = cyd.with(*m_server, {});
    EXPECT_STATUS(portal.get(path), 200);
    give(cyd, u"support"_s);
    EXPECT_PROBLEM(portal.get(path), 403, "insufficient_scope");
}

QJsonObject TestServerStatus::loadOf(const QString &device) const
{
    const QJsonArray loads = m_portal->get(path).json[u"servers"_s][0][u"health"_s][u"loads"_s].toArray();
    for (const auto &load : loads) {
        if (load[u"device_id"_s].toString() == device)
            return load.toObject();
    }
    return {};
}

void TestServerStatus::camerasHaveNamesForTheirOwnersAlone()
{
    const auto add = [](const TestAccount &account, const QString &name) {
        return account.addDevice(name, {{u"source_url"_s, cameraUrl}})[u"device_id"_s].toString();
    };
    const QString own = add(*m_root, u"Front door"_s);
    const QString others = add(*m_ada, u"Nursery"_s);
    QTRY_VERIFY(!loadOf(own).isEmpty() && !loadOf(others).isEmpty());
    QCOMPARE(loadOf(own)[u"name"_s].toString(), u"Front door"_s);
    QVERIFY(!loadOf(others).contains(u"name"_s));
    const Answer status = m_portal->get(path);
    QVERIFY(!status.body.contains("Nursery"));
    QVERIFY(!status.body.contains("rtsp:"));
    QCOMPARE(status.json[u"servers"_s][0][u"health"_s][u"cameras"_s].toInt(), 2);
    QCOMPARE(status.json[u"cameras"_s][u"offline"_s].toInt(), 2);
}

void TestServerStatus::mailsThatWaitAreCounted()
{
    m_server->sql(u"INSERT INTO job (kind, key, lane, payload, due_at, give_up_at, attempts, created_at, failed_at) "
                  "VALUES ('mail', 'lost', 'outbound', '', 1, 1, 1, 1, %1)"_s.arg(QDateTime::currentMSecsSinceEpoch()));
    const QJsonObject status = m_portal->get(path).json;
    QCOMPARE(status[u"mail"_s][u"delivery"_s].toString(), u"outbox"_s);
    QCOMPARE(status[u"mail"_s][u"failed"_s].toInt(), 1);
}

void TestServerStatus::itTellsNoPathsOfTheServer()
{
    const Answer status = m_portal->get(path);
    QVERIFY(!status.body.contains(m_server->dataDir().toUtf8()));
    QVERIFY(!status.body.contains("/home") && !status.body.contains(".onnx"));
}

void TestServerStatus::otherServersNeedASignature()
{
    HttpClient root = m_root->with(*m_server, {});
    root.setBase(m_server->base().resolved(QUrl(u"/internal"_s)));
    EXPECT_PROBLEM(root.get(u"/server-state"_s), 403, "peer_signature_invalid");
}

void TestServerStatus::manyMayAskAtOnce()
{
    const QString token = m_root->tokenWith(*m_server, {});
    std::atomic_int answered = 0;
    std::vector<std::thread> windows;
    for (int i = 0; i < 12; ++i)
        windows.emplace_back([&] {
            HttpClient client = m_server->anybody();
            client.setBearer(token);
            answered += client.get(path).status == 200 ? 1 : 0;
        });
    for (std::thread &window : windows)
        window.join();
    QCOMPARE(answered.load(), 12);
}

QTEST_GUILESS_MAIN(TestServerStatus)
#include "tst_serverstatus.moc"
