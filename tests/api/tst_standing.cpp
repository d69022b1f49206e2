// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/livestream.h"
#include "tests/api/tokenclient.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000;
}

/// Running answers and signed addresses, while what they stand on ends.
class TestStanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void runningAnswersEnd_data();
    void runningAnswersEnd();
    void answersOfOtherSessionsContinue();
    void signedAddressesEnd_data();
    void signedAddressesEnd();
    void signedAddressesOfStreamsAreRevoked();
    void signedAddressesOfMarksEndWithTheirSession();

private:
    /// Somebody who watches the camera through an app, and what it takes to make that end.
    struct Watcher
    {
        TestAccount *owner = nullptr;
        QJsonObject tokens;
        QString device;
    };
    Watcher watcher();
    void end(const QString &way, const Watcher &watcher);
    HttpClient with(const QJsonObject &tokens) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TokenClient> m_app;
    int m_count = 0;
};

void TestStanding::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>(QStringList{u"--size"_s, u"320x180"_s, u"--fps"_s, u"8"_s});
    QVERIFY(!m_camera->url().isEmpty());
    m_server = std::make_unique<TestServer>();
    m_app = std::make_unique<TokenClient>(*m_server);
}

/// Lets the app and the camera serve the next test. Some tests have deactivated their account.
void TestStanding::cleanup()
{
    m_server->sql(u"UPDATE app SET status = 'active', trial_ends_at = NULL WHERE app_id = '%1'"_s.arg(m_app->id()));
    m_server->sql(u"DELETE FROM device"_s);
}

HttpClient TestStanding::with(const QJsonObject &tokens) const
{
    HttpClient client = m_server->anybody();
    client.setBearer(tokens[u"access_token"_s].toString());
    return client;
}

TestStanding::Watcher TestStanding::watcher()
{
    TestAccount &owner = m_server->account(u"owner%1"_s.arg(++m_count));
    Watcher watcher{&owner, m_app->tokens(owner, u"account devices streams"_s), {}};
    watcher.device =
        owner.addDevice(u"Door"_s, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    return watcher;
}

void TestStanding::end(const QString &way, const Watcher &watcher)
{
    const TestAccount &owner = *watcher.owner;
    const QString account = owner.accountId();
    const QString token = watcher.tokens[u"access_token"_s].toString();
    if (way == u"signing out"_s)
        EXPECT_STATUS(with(watcher.tokens).get(u"/accounts/logout"_s), 204);
    else if (way == u"the token expires"_s)
        m_server->sql(u"UPDATE access_token SET expires_at = 1 WHERE session_id IN "
                      "(SELECT session_id FROM session WHERE app_id = '%1')"_s.arg(m_app->id()));
    else if (way == u"all tokens expire"_s)
        for (const QString &table : {u"access_token"_s, u"refresh_token"_s})
            m_server->sql(u"UPDATE %1 SET expires_at = 1 WHERE session_id IN (SELECT session_id FROM session "
                          "WHERE app_id = '%2')"_s.arg(table, m_app->id()));
    else if (way == u"the token is revoked"_s)
        EXPECT_STATUS(m_app->post(u"revoke"_s, {{u"token"_s, token}, {u"client_id"_s, m_app->id()}}), 200);
    else if (way == u"a new password"_s)
        EXPECT_STATUS(
            owner.put(u"/accounts/%1/reset-password"_s.arg(account),
                      {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, u"grolm-Tessit!93-qavu"_s}}),
            204);
    else if (way == u"the account is deactivated"_s)
        EXPECT_STATUS(owner.post(u"/accounts/status"_s, {{u"account_id"_s, account}, {u"status"_s, u"inactive"_s}}),
                      200);
    else if (way == u"the consent is withdrawn"_s)
        EXPECT_STATUS(owner.del(u"/accounts/%1/consents/%2"_s.arg(account, m_app->id())), 204);
    else if (way == u"the app is deactivated"_s)
        m_server->sql(u"UPDATE app SET status = 'inactive' WHERE app_id = '%1'"_s.arg(m_app->id()));
    else if (way == u"the app's trial ends"_s)
        m_server->sql(u"UPDATE app SET trial_ends_at = 1 WHERE app_id = '%1'"_s.arg(m_app->id()));
    else
        QFAIL(qPrintable(way));
}

void TestStanding::runningAnswersEnd_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way :
         {"signing out", "the token expires", "the token is revoked", "a new password", "the account is deactivated",
          "the consent is withdrawn", "the app is deactivated", "the app's trial ends"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

/// Events and pictures of the own account, over the token of an app.
void TestStanding::runningAnswersEnd()
{
    QFETCH(const QString, way);
    const Watcher ada = watcher();
    const QString token = ada.tokens[u"access_token"_s].toString();
    const QString mjpeg = u"/streams/%1/live.mjpeg"_s.arg(ada.device);
    QTRY_COMPARE_WITH_TIMEOUT(with(ada.tokens).get(u"/streams/%1/snapshot.jpg"_s.arg(ada.device)).status, 200,
                              patience);
    LiveStream events(m_server->base(), u"/v1/events"_s, token);
    LiveStream pictures(m_server->base(), u"/v1"_s + mjpeg, token);
    QVERIFY(events.waitFor("retry:", patience));
    QVERIFY2(pictures.waitFor("Content-Type: image/jpeg", patience), pictures.seen().constData());
    QVERIFY(!events.endsWithin(700)); // both go on while nothing has ended
    QVERIFY(!pictures.endsWithin(700));

    end(way, ada);
    QVERIFY(pictures.endsSoon());
    QVERIFY(events.endsSoon());
}

void TestStanding::answersOfOtherSessionsContinue()
{
    const Watcher ada = watcher();
    LiveStream portals(m_server->base(), u"/v1/events"_s, ada.owner->accessToken());
    LiveStream others(m_server->base(), u"/v1/events"_s, m_server->account(u"bea"_s).accessToken());
    QVERIFY(portals.waitFor("retry:", patience));
    QVERIFY(others.waitFor("retry:", patience));
    end(u"the consent is withdrawn"_s, ada);
    end(u"a new password"_s, ada); // by the portal's session
    QVERIFY(!portals.endsWithin(1500));
    QVERIFY(!others.endsWithin(100));
}

void TestStanding::signedAddressesEnd_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"signing out", "a new password", "the account is deactivated", "the consent is withdrawn",
                            "the app is deactivated", "all tokens expire"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestStanding::signedAddressesEnd()
{
    QFETCH(const QString, way);
    const Watcher ada = watcher();
    const QJsonObject addresses = with(ada.tokens).get(u"/streams/"_s + ada.device).json;
    const QString snapshot = addresses[u"snapshot"_s].toString();
    const QString hls = addresses[u"hls"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->anybody().get(snapshot).status, 200, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->anybody().get(hls).status, 200, patience);
    LiveStream pictures(m_server->base(), addresses[u"mjpeg"_s].toString());
    QVERIFY2(pictures.waitFor("Content-Type: image/jpeg", patience), pictures.seen().constData());

    end(way, ada);
    QVERIFY(pictures.endsSoon());
    EXPECT_PROBLEM(m_server->anybody().get(snapshot), 403, "link_invalid");
    EXPECT_PROBLEM(m_server->anybody().get(hls), 403, "link_invalid");
}

void TestStanding::signedAddressesOfStreamsAreRevoked()
{
    const Watcher ada = watcher();
    const QString path = u"/streams/"_s + ada.device;
    const QJsonObject addresses = ada.owner->get(path).json;
    const QString snapshot = addresses[u"snapshot"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->anybody().get(snapshot).status, 200, patience);
    LiveStream pictures(m_server->base(), addresses[u"mjpeg"_s].toString());
    LiveStream byToken(m_server->base(), u"/v1%1/live.mjpeg"_s.arg(path), ada.owner->accessToken());
    QVERIFY2(pictures.waitFor("Content-Type: image/jpeg", patience), pictures.seen().constData());
    QVERIFY(byToken.waitFor("Content-Type: image/jpeg", patience));

    EXPECT_PROBLEM(m_server->account(u"bea"_s).del(path), 404, "not_found");
    EXPECT_PROBLEM(ada.owner->with(*m_server, u"streams"_s).del(path), 403, "insufficient_scope");
    EXPECT_STATUS(ada.owner->del(path), 204);
    QVERIFY(pictures.endsSoon());
    EXPECT_PROBLEM(m_server->anybody().get(snapshot), 403, "link_invalid");
    QVERIFY(!byToken.endsWithin(700));
    EXPECT_STATUS(m_server->anybody().get(ada.owner->get(path).json[u"snapshot"_s].toString()), 200);
}

void TestStanding::signedAddressesOfMarksEndWithTheirSession()
{
    const Watcher ada = watcher();
    const QString id = u"mark_00000000000000000000000777"_s;
    m_server->sql(u"INSERT INTO device_mark (devicemark_id, account_id, device_id, devicemode_id, devicemode_version, "
                  "state, started_at, label, score, objects, zones, reason, snapshot, thumbnail, clip, created_at, "
                  "updated_at) VALUES ('%1', '%2', '%3', 'mode_00000000000000000000000001', 1, 'closed', 1, 'motion', "
                  "1, '[]', '[]', '{}', '{\"url\":\"/v1/device-marks/%1/snapshot.jpg\"}', '{}', '{}', 1, 1)"_s.arg(
                      id, ada.owner->accountId(), ada.device));
    const QJsonObject tokens = m_app->tokens(*ada.owner, u"account marks:read"_s);
    const Answer made = with(tokens).put(u"/device-marks/account/%1/signedurl"_s.arg(ada.owner->accountId()),
                                         {{u"mark_ids"_s, QJsonArray{id}}, {u"expires_in"_s, 600}});
    EXPECT_STATUS(made, 200);
    const QString snapshot = made.json[u"results"_s][0][u"snapshot"_s].toString();
    QVERIFY2(!snapshot.isEmpty(), made.text().constData());
    EXPECT_PROBLEM(m_server->anybody().get(snapshot), 404, "not_found"); // the mark has no picture
    EXPECT_STATUS(with(tokens).get(u"/accounts/logout"_s), 204);
    EXPECT_PROBLEM(m_server->anybody().get(snapshot), 403, "link_invalid");
}

QTEST_GUILESS_MAIN(TestStanding)
#include "tst_standing.moc"
