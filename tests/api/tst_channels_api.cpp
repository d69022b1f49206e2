// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/notificationfixture.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Notification channels and their deliveries.
class TestChannels : public QObject, protected NotificationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void unsentNotificationsAreListed();
    void invalidChannelsAreRejected_data();
    void invalidChannelsAreRejected();
    void otherAccountsChannelsAreNotFound();
    void channelFiltersNotifications();
    void mailIsSentAsNoReply();
};

void TestChannels::unsentNotificationsAreListed()
{
    const TestAccount &emil = m_server->account(u"emil"_s);
    const QString device = emil.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString path = u"/notifications/accounts/"_s + emil.accountId();
    tell(u"camera.lost"_s, device);
    QCOMPARE(emil.get(path).items().size(), 0); // no channel accepts the notification
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

void TestChannels::invalidChannelsAreRejected_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QJsonObject &more, const QString &error) {
        QTest::newRow(name) << more << error;
    };
    row("address of another account", {{u"target"_s, u"stranger@example.org"_s}}, u"/target not_allowed"_s);
    row("empty address", {{u"target"_s, u""_s}}, u"/target too_short"_s);
    row("unknown kind", {{u"kind"_s, u"pigeon"_s}}, u"/kind not_allowed"_s);
    row("unknown type", {{u"types"_s, QJsonArray{u"camera.lost"_s, u"fire"_s}}}, u"/types/1 not_allowed"_s);
    row("unknown device", {{u"devices"_s, QJsonArray{u"dev_00000000000000000000000009"_s}}}, u"/devices/0 not_found"_s);
    row("quiet hours without an end", {{u"quiet_from"_s, u"22:00"_s}}, u"/quiet_to required"_s);
    row("malformed quiet hours", {{u"quiet_from"_s, u"25:00"_s}, {u"quiet_to"_s, u"06:00"_s}},
        u"/quiet_from malformed"_s);
    row("malformed webhook URL", {{u"kind"_s, u"webhook"_s}, {u"target"_s, u"here"_s}}, u"/target malformed"_s);
    row("read-only secret", {{u"secret"_s, u"whsec_x"_s}}, u"/secret read_only"_s);
}

void TestChannels::invalidChannelsAreRejected()
{
    QFETCH(const QJsonObject, more);
    QFETCH(const QString, error);
    const Answer answer = m_ada->post(u"/notifications/channels"_s, channel(more));
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

void TestChannels::otherAccountsChannelsAreNotFound()
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

void TestChannels::channelFiltersNotifications()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    const QString door = fay.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString gate = fay.addDevice(u"Gate"_s)[u"device_id"_s].toString();
    const Answer made = fay.post(u"/notifications/channels"_s,
                                 channel({{u"target"_s, fay.email()},
                                          {u"types"_s, QJsonArray{u"camera.lost"_s}},
                                          {u"devices"_s, QJsonArray{gate}}}));
    EXPECT_STATUS(made, 201);
    tell(u"camera.lost"_s, door);
    tell(u"camera.found"_s, gate);
    const QString wanted = tell(u"camera.lost"_s, gate).json[u"notification_id"_s].toString();
    const QJsonArray deliveries = fay.get(u"/notifications/deliveries"_s).items();
    QCOMPARE(deliveries.size(), 1);
    QCOMPARE(deliveries[0][u"notification_id"_s].toString(), wanted);
    EXPECT_INVALID(fay.get(u"/notifications/deliveries?state=lost"_s), "?state not_allowed");
    // The channel can be changed when its device is gone.
    EXPECT_STATUS(fay.del(u"/devices/"_s + gate), 204);
    m_server->sql(u"DELETE FROM device WHERE device_id = '%1'"_s.arg(gate));
    const QString path = u"/notifications/channels/"_s + made.json[u"channel_id"_s].toString();
    EXPECT_STATUS(fay.put(path, {{u"enabled"_s, false}}), 200);
    EXPECT_INVALID(fay.put(path, {{u"devices"_s, QJsonArray{door, u"dev_00000000000000000000000009"_s}}}),
                   "/devices/1 not_found");
}

void TestChannels::mailIsSentAsNoReply()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    const QString device = gus.addDevice(u"Garage"_s)[u"device_id"_s].toString();
    const Answer made = gus.post(u"/notifications/channels"_s, channel({{u"target"_s, gus.email()}}));
    EXPECT_STATUS(made, 201);
    const auto before = m_server->outbox().mails(gus.email()).size();
    tell(u"camera.lost"_s, device);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->outbox().mails(gus.email()).size(), before + 1, patience);
    const ReceivedMail mail = m_server->outbox().mails(gus.email()).last();
    QCOMPARE(mail.subject, u"Garage went offline"_s);
    QVERIFY(!mail.raw.contains("camera.lost") && !mail.text.contains(u"camera.lost"_s));
    EXPECT_STATUS(gus.post(u"/notifications/channels/%1/test"_s.arg(made.json[u"channel_id"_s].toString()), {}), 201);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->outbox().mails(gus.email()).size(), before + 2, patience);
}

QTEST_GUILESS_MAIN(TestChannels)
#include "tst_channels_api.moc"
