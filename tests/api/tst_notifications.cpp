// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/livestream.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/smtpserver.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // ms: a busy machine
}

/// What accounts are told, and by whom.
class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anAppTellsOfItsAccountsCameras();
    void othersTellNothing();
    void badTypesAreRefused();
    void administratorsAnnounceChangeAndWithdraw();
    void readIsKeptForEachUser();
    void theyAreFiltered();
    void todaysUnsentAreListed();
    void badChannelsAreRefused_data();
    void badChannelsAreRefused();
    void channelsAreOnesOwn();
    void aChannelCarriesWhatItIsFor();
    void mailArrivesWithoutAnAnswer();
    void aCameraThatIsLostAndFoundIsTold();
    void keysAndOrdersAreTold();

private:
    Answer tell(const QString &type, const QString &device) const
    {
        return m_admin->post(u"/notifications/%1/devices/%2"_s.arg(type, device), {});
    }
    QStringList types(const TestAccount &account, const QString &query = {}) const;
    QJsonObject channel(const QJsonObject &more = {}) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_admin;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestNotifications::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_admin = std::make_unique<HttpClient>(m_server->staff(u"admin"_s));
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
}

QStringList TestNotifications::types(const TestAccount &account, const QString &query) const
{
    QStringList types;
    for (const auto &each : account.get(u"/notifications?pagesize=100"_s + query).items())
        types += each[u"type"_s].toString();
    return types;
}

void TestNotifications::anAppTellsOfItsAccountsCameras()
{
    const Answer told = m_server->portal().post(u"/notifications/camera.lost/devices/"_s + m_device,
                                                {{u"reason"_s, u"The cable is out"_s}});
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
    const Answer marked = m_server->portal().post(u"/notifications/mark.opened/"_s + mark, {});
    EXPECT_STATUS(marked, 201);
    QCOMPARE(marked.json[u"object"_s].toString(), mark);
    QCOMPARE(marked.json[u"device_id"_s].toString(), m_device);
    QCOMPARE(marked.json[u"sequence"_s].toInteger(), sequence + 2);
}

void TestNotifications::othersTellNothing()
{
    const QString path = u"/notifications/camera.lost/devices/"_s + m_device;
    const QJsonObject stranger = m_server->account(u"bea"_s).createApp(u"Stranger"_s);
    EXPECT_STATUS(m_server->app(stranger).post(path, {}), 404); // the account does not use it
    EXPECT_PROBLEM(m_ada->post(path, {}), 403, "insufficient_scope");
    EXPECT_STATUS(m_server->anybody().post(path, {}), 401);
    EXPECT_STATUS(m_server->portal().post(u"/notifications/camera.lost/devices/dev_00000000000000000000000009"_s, {}),
                  404);
}

void TestNotifications::badTypesAreRefused()
{
    EXPECT_INVALID(tell(u"mark.opened"_s, m_device), "/notification_type not_allowed");
    EXPECT_INVALID(tell(u"fire"_s, m_device), "/notification_type not_allowed");
    EXPECT_INVALID(m_ada->get(u"/notifications?unread=maybe"_s), "?unread wrong_type");
    EXPECT_INVALID(m_ada->get(u"/notifications?from=now"_s), "?from malformed");
}

void TestNotifications::administratorsAnnounceChangeAndWithdraw()
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

void TestNotifications::readIsKeptForEachUser()
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
    QCOMPARE(carl.put(u"/notifications/read"_s, QJsonObject{{u"notification_ids"_s, QJsonArray()}})
                 .json[u"changed"_s]
                 .toInt(),
             2);
    // Another account's are not there to be read.
    QCOMPARE(m_ada->put(u"/notifications/read"_s, one).json[u"changed"_s].toInt(), 0);
}

void TestNotifications::theyAreFiltered()
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

QJsonObject TestNotifications::channel(const QJsonObject &more) const
{
    QJsonObject json{{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, m_ada->email()}};
    for (auto field = more.begin(); field != more.end(); ++field)
        json[field.key()] = *field;
    return json;
}

void TestNotifications::todaysUnsentAreListed()
{
    const TestAccount &emil = m_server->account(u"emil"_s);
    const QString device = emil.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString path = u"/notifications/accounts/"_s + emil.accountId();
    tell(u"camera.lost"_s, device);
    QCOMPARE(emil.get(path).items().size(), 0); // no channel is to carry it
    const QJsonObject resting =
        channel({{u"target"_s, emil.email()}, {u"quiet_from"_s, u"00:00"_s}, {u"quiet_to"_s, u"23:59"_s}});
    EXPECT_STATUS(emil.post(u"/notifications/channels"_s, resting), 201);
    const QString waiting = tell(u"camera.lost"_s, device).json[u"notification_id"_s].toString();
    const QJsonArray unsent = emil.get(path).items();
    QCOMPARE(unsent.size(), 1);
    QCOMPARE(unsent[0][u"notification_id"_s].toString(), waiting);
    m_server->sql(u"UPDATE notification SET created_at = created_at - 2 * 24 * 60 * 60 * 1000 WHERE notification_id = "
                  "'%1'"_s.arg(waiting));
    QCOMPARE(emil.get(path).items().size(), 0);
    EXPECT_STATUS(m_ada->get(path), 404);
}

void TestNotifications::badChannelsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QJsonObject &more, const QString &error) {
        QTest::newRow(name) << more << error;
    };
    row("to somebody else", {{u"target"_s, u"stranger@example.org"_s}}, u"/target not_allowed"_s);
    row("to nobody", {{u"target"_s, u""_s}}, u"/target too_short"_s);
    row("of no kind", {{u"kind"_s, u"pigeon"_s}}, u"/kind not_allowed"_s);
    row("of no type", {{u"types"_s, QJsonArray{u"camera.lost"_s, u"fire"_s}}}, u"/types/1 not_allowed"_s);
    row("of nobody's device", {{u"devices"_s, QJsonArray{u"dev_00000000000000000000000009"_s}}},
        u"/devices/0 not_found"_s);
    row("half quiet", {{u"quiet_from"_s, u"22:00"_s}}, u"/quiet_to required"_s);
    row("quiet at no time", {{u"quiet_from"_s, u"25:00"_s}, {u"quiet_to"_s, u"06:00"_s}}, u"/quiet_from malformed"_s);
    row("a web hook at no address", {{u"kind"_s, u"webhook"_s}, {u"target"_s, u"here"_s}}, u"/target malformed"_s);
    row("a secret of one's own", {{u"secret"_s, u"whsec_x"_s}}, u"/secret read_only"_s);
}

void TestNotifications::badChannelsAreRefused()
{
    QFETCH(const QJsonObject, more);
    QFETCH(const QString, error);
    const Answer answer = m_ada->post(u"/notifications/channels"_s, channel(more));
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

void TestNotifications::channelsAreOnesOwn()
{
    const Answer made = m_ada->post(u"/notifications/channels"_s, channel());
    EXPECT_STATUS(made, 201);
    QVERIFY(made.json[u"secret"_s].toString().isEmpty());
    const QString path = u"/notifications/channels/"_s + made.json[u"channel_id"_s].toString();
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_STATUS(bea.get(path), 404);
    EXPECT_STATUS(bea.put(path, {{u"name"_s, u"Mine"_s}}), 404);
    EXPECT_STATUS(bea.del(path), 404);
    EXPECT_STATUS(bea.post(path + u"/test"_s, {}), 404);
    EXPECT_PROBLEM(m_ada->post(path + u"/secret"_s, {}), 409, "no_secret");
    EXPECT_INVALID(m_ada->put(path, {{u"kind"_s, u"webhook"_s}}), "/kind not_allowed");
    const QByteArray tag = m_ada->get(path).header("ETag");
    EXPECT_STATUS(m_ada->put(path, {{u"name"_s, u"Post"_s}}, {{"If-Match", tag}}), 200);
    EXPECT_STATUS(m_ada->put(path, {{u"name"_s, u"Late"_s}}, {{"If-Match", tag}}), 412);
    QCOMPARE(m_ada->get(u"/notifications/channels"_s).items().size(), 1);
    EXPECT_STATUS(m_ada->del(path), 204);
    EXPECT_STATUS(m_ada->get(path), 404);
}

void TestNotifications::aChannelCarriesWhatItIsFor()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    const QString door = fay.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString gate = fay.addDevice(u"Gate"_s)[u"device_id"_s].toString();
    EXPECT_STATUS(fay.post(u"/notifications/channels"_s,
                           channel({{u"target"_s, fay.email()},
                                    {u"types"_s, QJsonArray{u"camera.lost"_s}},
                                    {u"devices"_s, QJsonArray{gate}}})),
                  201);
    tell(u"camera.lost"_s, door);
    tell(u"camera.found"_s, gate);
    const QString wanted = tell(u"camera.lost"_s, gate).json[u"notification_id"_s].toString();
    const QJsonArray deliveries = fay.get(u"/notifications/deliveries"_s).items();
    QCOMPARE(deliveries.size(), 1);
    QCOMPARE(deliveries[0][u"notification_id"_s].toString(), wanted);
    EXPECT_INVALID(fay.get(u"/notifications/deliveries?state=lost"_s), "?state not_allowed");
}

void TestNotifications::mailArrivesWithoutAnAnswer()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    const QString device = gus.addDevice(u"Garage"_s)[u"device_id"_s].toString();
    const Answer made = gus.post(u"/notifications/channels"_s, channel({{u"target"_s, gus.email()}}));
    EXPECT_STATUS(made, 201);
    const auto before = m_server->outbox().mails(gus.email()).size();
    tell(u"camera.lost"_s, device);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->outbox().mails(gus.email()).size(), before + 1, patience);
    QVERIFY(m_server->outbox().mails(gus.email()).last().text.contains(u"camera.lost"_s));
    EXPECT_STATUS(gus.post(u"/notifications/channels/%1/test"_s.arg(made.json[u"channel_id"_s].toString()), {}), 201);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->outbox().mails(gus.email()).size(), before + 2, patience);
}

void TestNotifications::aCameraThatIsLostAndFoundIsTold()
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
    QVERIFY(!types(hal).contains(u"camera.found"_s)); // it had not been lost
    const auto walkUntil = [&](const auto &done) {
        for (int i = 0; i < 12 && !done(); ++i) {
            camera.walk();
            (void)QTest::qWaitFor(done, 5000);
        }
        return done();
    };
    QVERIFY(walkUntil([&] { return types(hal).contains(u"mark.opened"_s); }));
    QTRY_VERIFY_WITH_TIMEOUT(types(hal).contains(u"mark.closed"_s), patience);
    // One mark, told of under its one id; the mail has its picture.
    QTRY_VERIFY_WITH_TIMEOUT(mails().size() > before, patience);
    QVERIFY(mails().last().raw.contains("image/jpeg"));

    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(types(hal).contains(u"camera.lost"_s), patience);
    camera.resume();
    QTRY_VERIFY_WITH_TIMEOUT(types(hal).contains(u"camera.found"_s), patience);
}

void TestNotifications::keysAndOrdersAreTold()
{
    const TestAccount &ida = m_server->account(u"ida"_s);
    const QString app = ida.createApp(u"Bell"_s)[u"app_id"_s].toString();
    EXPECT_STATUS(ida.put(u"/apps/%1/key"_s.arg(app), QJsonObject{{u"grace_seconds"_s, 0}}), 200);
    QCOMPARE(types(ida), QStringList{u"key.rotated"_s});
    const QJsonObject order =
        ida.post(u"/retentions/plan_00000000000000000000000001/account/"_s + ida.accountId(), {}).json;
    EXPECT_STATUS(m_admin->put(u"/retentions/orders/%1/status/paid"_s.arg(order[u"order_id"_s].toString()), {}), 200);
    const QJsonObject paid = ida.get(u"/notifications?type=order.paid"_s).items()[0].toObject();
    QCOMPARE(paid[u"object"_s], order[u"order_id"_s]);
    QCOMPARE(paid[u"data"_s][u"amount"_s], order[u"amount"_s]);
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
