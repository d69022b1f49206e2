// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/livestream.h"
#include "tests/api/notificationfixture.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Notifications of accounts, and who can create them.
class TestNotifications : public QObject, protected NotificationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void appsNotifyTheirAccounts();
    void otherCallersAreRejected();
    void invalidTypesAreRejected();
    void administratorsManageAnnouncements();
    void aNotificationHasAnAddress();
    void readFlagsArePerUser();
    void listIsFiltered();
    void lostAndFoundCameraIsReported();
    void keysAndOrdersAreReported();
};

void TestNotifications::appsNotifyTheirAccounts()
{
    const HttpClient app = m_server->app(m_ada->createApp(u"Reporter"_s));
    EXPECT_STATUS(
        app.post(u"/accounts/login/local"_s, {{u"name"_s, m_ada->email()}, {u"password"_s, TestAccount::password()}}),
        200); // the account uses the app
    const Answer told =
        app.post(u"/notifications/camera.lost/devices/"_s + m_device, {{u"reason"_s, u"The cable is out"_s}});
    EXPECT_STATUS(told, 201);
    QCOMPARE(told.json[u"account_id"_s].toString(), m_ada->accountId());
    QCOMPARE(told.json[u"text"_s].toString(), u"The cable is out"_s);
    const qint64 sequence = told.json[u"sequence"_s].toInteger();
    QCOMPARE(tell(u"camera.found"_s, m_device).json[u"sequence"_s].toInteger(), sequence + 1);
    QCOMPARE(types(*m_ada).first(2), (QStringList{u"camera.found"_s, u"camera.lost"_s}));

    const QString mark = u"mark_00000000000000000000004711"_s;
    m_server->sql(u"INSERT INTO device_mark (devicemark_id, account_id, device_id, devicemode_id, devicemode_version, "
                  "state, started_at, label, score, objects, zones, reason, snapshot, thumbnail, clip, created_at, "
                  "updated_at) VALUES ('%1', '%2', '%3', 'mode_00000000000000000000000001', 1, 'closed', 1, 'motion', "
                  "1, '[]', '[]', '{}', '{}', '{}', '{}', 1, 1)"_s.arg(mark, m_ada->accountId(), m_device));
    const Answer marked = app.post(u"/notifications/mark.opened/"_s + mark, {});
    EXPECT_STATUS(marked, 201);
    QCOMPARE(marked.json[u"object"_s].toString(), mark);
    QCOMPARE(marked.json[u"device_id"_s].toString(), m_device);
    QCOMPARE(marked.json[u"sequence"_s].toInteger(), sequence + 2);

    // A mark has one entry, which its updates leave as it is and its end replaces. Read stays read.
    const auto report = [&](const QString &type) {
        EXPECT_STATUS(app.post(u"/notifications/%1/%2"_s.arg(type, mark), {}), 201);
    };
    const auto entries = [&](const QString &query = {}) { return types(*m_ada, query).filter(u"mark."_s); };
    report(u"mark.updated"_s);
    QCOMPARE(entries(), QStringList{u"mark.opened"_s});
    EXPECT_STATUS(m_ada->put(u"/notifications/read"_s,
                             QJsonObject{{u"notification_ids"_s, QJsonArray{marked.json[u"notification_id"_s]}}}),
                  200);
    report(u"mark.closed"_s);
    QCOMPARE(entries(), QStringList{u"mark.closed"_s});
    QCOMPARE(entries(u"&unread=true"_s), QStringList());
}

void TestNotifications::otherCallersAreRejected()
{
    const QString path = u"/notifications/camera.lost/devices/"_s + m_device;
    const QJsonObject stranger = m_server->account(u"bea"_s).createApp(u"Stranger"_s);
    EXPECT_STATUS(m_server->app(stranger).post(path, {}), 404); // the account does not use the app
    EXPECT_PROBLEM(m_ada->post(path, {}), 403, "insufficient_scope");
    EXPECT_STATUS(m_server->anybody().post(path, {}), 401);
    EXPECT_STATUS(
        m_server->app(stranger).post(u"/notifications/camera.lost/devices/dev_00000000000000000000000009"_s, {}), 404);
    EXPECT_STATUS(m_server->portal().post(path, {}), 401); // its credential has no key
}

void TestNotifications::invalidTypesAreRejected()
{
    EXPECT_INVALID(tell(u"mark.opened"_s, m_device), "/notification_type not_allowed");
    EXPECT_INVALID(tell(u"fire"_s, m_device), "/notification_type not_allowed");
    EXPECT_INVALID(m_ada->get(u"/notifications?unread=maybe"_s), "?unread wrong_type");
    EXPECT_INVALID(m_ada->get(u"/notifications?from=now"_s), "?from malformed");
    QJsonArray many;
    for (int i = 0; i < 501; ++i)
        many += u"ntf_00000000000000000000000000"_s;
    EXPECT_INVALID(m_ada->put(u"/notifications/read"_s, QJsonObject{{u"notification_ids"_s, many}}),
                   "/notification_ids too_long");
}

void TestNotifications::administratorsManageAnnouncements()
{
    EXPECT_PROBLEM(m_ada->post(u"/notifications"_s, {{u"title"_s, u"x"_s}}), 403, "insufficient_scope");
    EXPECT_INVALID(m_admin->post(u"/notifications"_s, {}), "/title required");
    EXPECT_INVALID(m_admin->post(u"/notifications"_s,
                                 {{u"title"_s, u"x"_s}, {u"account_id"_s, u"acc_00000000000000000000000009"_s}}),
                   "/account_id not_found");
    LiveStream hearing(m_server->base(), u"/v1/events"_s, m_server->account(u"bea"_s).accessToken());
    QVERIFY(hearing.waitFor("retry:", patience));
    const Answer made = m_admin->post(u"/notifications"_s, {{u"title"_s, u"Maintenance"_s}, {u"text"_s, u"Tonight"_s}});
    EXPECT_STATUS(made, 201);
    QVERIFY(!made.json.contains(u"sequence"_s)); // it is about no device
    const QString path = u"/notifications/"_s + made.json[u"notification_id"_s].toString();
    const QByteArray id = made.json[u"notification_id"_s].toString().toLatin1();
    QVERIFY(hearing.waitFor(id, patience));
    LiveStream later(m_server->base(), u"/v1/events"_s, m_server->account(u"bea"_s).accessToken(), "Last-Event-ID: 0");
    QVERIFY(later.waitFor(id, patience));
    const auto newest = [this](const QString &who) {
        return m_server->account(who).get(u"/notifications?type=announcement"_s).items();
    };
    QCOMPARE(newest(u"ada"_s)[0][u"title"_s].toString(), u"Maintenance"_s);
    QCOMPARE(newest(u"bea"_s)[0][u"title"_s].toString(), u"Maintenance"_s);
    EXPECT_STATUS(m_admin->put(path, {{u"title"_s, u"Maintenance at ten"_s}}), 200);
    QCOMPARE(newest(u"ada"_s)[0][u"title"_s].toString(), u"Maintenance at ten"_s);
    QCOMPARE(newest(u"ada"_s)[0][u"text"_s].toString(), u"Tonight"_s);
    EXPECT_INVALID(m_admin->put(path, {{u"account_id"_s, m_ada->accountId()}}), "/account_id not_allowed");
    EXPECT_STATUS(m_admin->del(path), 204);
    QCOMPARE(newest(u"ada"_s).size(), 0);
    EXPECT_STATUS(m_admin->del(path), 404);
    EXPECT_STATUS(
        m_admin->post(u"/notifications"_s, {{u"title"_s, u"For Ada"_s}, {u"account_id"_s, m_ada->accountId()}}), 201);
    QCOMPARE(newest(u"ada"_s).size(), 1);
    QCOMPARE(newest(u"bea"_s).size(), 0);
}

void TestNotifications::aNotificationHasAnAddress()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const Answer made =
        m_admin->post(u"/notifications"_s, {{u"title"_s, u"Only Ada"_s}, {u"account_id"_s, m_ada->accountId()}});
    const QString id = made.json[u"notification_id"_s].toString();
    const QString path = u"/notifications/"_s + id;
    const Answer found = m_admin->get(path);
    EXPECT_STATUS(found, 200);
    QCOMPARE(found.header("ETag"), made.header("ETag"));
    QCOMPARE(m_ada->get(path).json, found.json);
    EXPECT_PROBLEM(bea.get(path), 404, "not_found");
    EXPECT_PROBLEM(m_ada->with(*m_server, u"devices:read"_s).get(path), 403, "insufficient_scope");

    // The tag stands for what its reader saw, and whether they had read it.
    const QString news =
        m_admin->post(u"/notifications"_s, {{u"title"_s, u"All"_s}}).json[u"notification_id"_s].toString();
    const QString toAll = u"/notifications/"_s + news;
    EXPECT_STATUS(bea.get(toAll), 200);
    EXPECT_STATUS(m_admin->put(u"/notifications/read"_s, QJsonObject{{u"notification_ids"_s, QJsonArray{news}}}), 200);
    const Answer read = m_admin->get(toAll);
    QCOMPARE(read.json[u"read"_s], QJsonValue(true));
    const Answer changed = m_admin->put(toAll, {{u"title"_s, u"Everyone"_s}}, {{"If-Match", read.header("ETag")}});
    EXPECT_STATUS(changed, 200);
    EXPECT_STATUS(m_admin->put(toAll, {{u"title"_s, u"Late"_s}}, {{"If-Match", read.header("ETag")}}), 412);
    EXPECT_STATUS(m_admin->send("DELETE", toAll, {}, {{"If-Match", changed.header("ETag")}}), 204);
    EXPECT_STATUS(m_admin->get(toAll), 404);
}

void TestNotifications::readFlagsArePerUser()
{
    const TestAccount &carl = m_server->account(u"carl"_s);
    const QString device = carl.addDevice(u"Gate"_s)[u"device_id"_s].toString();
    const QString first = tell(u"camera.lost"_s, device).json[u"notification_id"_s].toString();
    tell(u"camera.found"_s, device);
    QCOMPARE(types(carl, u"&unread=true"_s).size(), 2);
    const QJsonObject one{{u"notification_ids"_s, QJsonArray{first}}};
    const Answer read = carl.put(u"/notifications/read"_s, one);
    EXPECT_STATUS(read, 200);
    QCOMPARE(read.json[u"changed"_s].toInt(), 1);
    QCOMPARE(carl.put(u"/notifications/read"_s, one).json[u"changed"_s].toInt(), 0);
    QCOMPARE(types(carl, u"&unread=true"_s), QStringList{u"camera.found"_s});
    QCOMPARE(types(carl, u"&unread=false"_s), QStringList{u"camera.lost"_s});
    QCOMPARE(carl.del(u"/notifications/read"_s, one).json[u"changed"_s].toInt(), 1);
    QCOMPARE(carl.put(u"/notifications/read"_s, QJsonObject()).json[u"changed"_s].toInt(), 2);
    // Notifications of another account cannot be marked as read.
    QCOMPARE(m_ada->put(u"/notifications/read"_s, one).json[u"changed"_s].toInt(), 0);
}

void TestNotifications::listIsFiltered()
{
    const TestAccount &dora = m_server->account(u"dora"_s);
    const QString door = dora.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString gate = dora.addDevice(u"Gate"_s)[u"device_id"_s].toString();
    for (const QString &device : {door, gate, door})
        tell(u"camera.lost"_s, device);
    tell(u"camera.found"_s, gate);
    QCOMPARE(types(dora, u"&device_id="_s + door).size(), 2);
    QCOMPARE(types(dora, u"&type=camera.found"_s).size(), 1);
    QCOMPARE(types(dora, u"&from=2100-01-01T00:00:00Z"_s).size(), 0);
    for (const QString &plus : {u"+"_s, u"%2B"_s}) // a `+` in a query is a space, which no time has
        QCOMPARE(
            types(dora, u"&from=2020-01-01T00:00:00"_s + plus + u"02:00&to=2100-01-01T00:00:00"_s + plus + u"02:00"_s)
                .size(),
            4);
    EXPECT_INVALID(dora.get(u"/notifications?from=2021-01-01T00:00:00Z&to=2020-01-01T00:00:00Z"_s), "?to too_small");
    QStringList seen;
    QString cursor;
    do {
        const Answer page = dora.get(u"/notifications?pagesize=3"_s + cursor);
        for (const auto &each : page.items())
            seen += each[u"notification_id"_s].toString();
        cursor = page.json[u"next_cursor"_s].toString();
        if (!cursor.isEmpty())
            cursor.prepend(u"&cursor="_s);
    } while (!cursor.isEmpty());
    QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), 4);
    QCOMPARE(seen.size(), 4);
    const HttpClient support = m_server->staff(u"support"_s);
    QCOMPARE(support.get(u"/notifications?account_id="_s + dora.accountId()).items().size(), 4);
    EXPECT_STATUS(m_ada->get(u"/notifications?account_id="_s + dora.accountId()), 404);
}

void TestNotifications::lostAndFoundCameraIsReported()
{
    CameraProcess camera;
    const TestAccount &hal = m_server->account(u"hal"_s);
    EXPECT_STATUS(hal.post(u"/notifications/channels"_s,
                           channel({{u"target"_s, hal.email()}, {u"types"_s, QJsonArray{u"mark.opened"_s}}})),
                  201);
    const auto mails = [&] { return m_server->outbox().mails(hal.email()); };
    const auto before = mails().size();
    const QString device =
        hal.addDevice(u"Door"_s, {{u"source_url"_s, camera.url().toString()}})[u"device_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(hal.get(u"/devices/"_s + device).json[u"state"_s].toString(), u"online"_s, patience);
    QVERIFY(!types(hal).contains(u"camera.found"_s)); // the camera had not been lost
    const auto walkUntil = [&](const auto &done) {
        for (int i = 0; i < 12 && !done(); ++i) {
            camera.walk();
            (void)QTest::qWaitFor(done, 5000);
        }
        return done();
    };
    QVERIFY(walkUntil([&] { return types(hal).contains(u"mark.opened"_s); }));
    QTRY_VERIFY_WITH_TIMEOUT(types(hal).contains(u"mark.closed"_s), patience);
    // All notifications of the mark have the same id; the mail contains its picture.
    QTRY_VERIFY_WITH_TIMEOUT(mails().size() > before, patience);
    QVERIFY(mails().last().raw.contains("image/jpeg"));

    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(types(hal).contains(u"camera.lost"_s), patience);
    camera.resume();
    QTRY_VERIFY_WITH_TIMEOUT(types(hal).contains(u"camera.found"_s), patience);
}

void TestNotifications::keysAndOrdersAreReported()
{
    const TestAccount &ida = m_server->account(u"ida"_s);
    const QString app = ida.createApp(u"Bell"_s)[u"app_id"_s].toString();
    EXPECT_STATUS(ida.put(u"/apps/%1/key"_s.arg(app), QJsonObject{{u"grace_seconds"_s, 0}}), 200);
    QCOMPARE(types(ida), QStringList{u"key.rotated"_s});
    const QJsonObject order =
        ida.post(u"/retentions/plan_00000000000000000000000001/account/"_s + ida.accountId(), {}).json;
    EXPECT_STATUS(m_admin->put(u"/retentions/orders/%1/status/paid"_s.arg(order[u"order_id"_s].toString()), {}), 200);
    const QJsonObject paid = ida.get(u"/notifications?type=order.paid"_s).item(0).toObject();
    QCOMPARE(paid[u"object"_s], order[u"order_id"_s]);
    QCOMPARE(paid[u"data"_s][u"amount"_s], order[u"amount"_s]);
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
