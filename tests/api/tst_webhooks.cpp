// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"
#include "tests/support/webhooklistener.h"

using namespace Qt::StringLiterals;

static constexpr int patience = 60'000; // ms; the machine may be busy

/// Webhooks to a listener that verifies them with an independent library, and that can misbehave.
class TestWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void webhooksAreSigned();
    void oldSecretSignsForADay();
    void failedDeliveryIsRetried();
    void attemptsAreRecorded();
    void goneDisablesTheChannel();
    void redirectsAreNotFollowed();
    void slowListenerDelaysNoOthers();
    void deliveryIsResent();
    void deliveriesSinceATimeAreResent();
    void announcementReachesEveryChannel();
    void manyDeliveriesBecomeADigest();
    void aClockThatWasAheadDelaysNothing();
    void failedDigestIsRetriedCompletely();
    void crashLosesNoDelivery();
    void privateAddressesAreRejected();

private:
    QJsonObject hook(const QString &path, const QJsonObject &more = {}) const;
    /// Creates a notification about a camera.
    QString tell(const QString &type = u"camera.lost"_s) const;
    QJsonArray received(const QString &path) const { return m_listener.received(path); }
    QJsonObject delivery(const QJsonObject &channel) const;
    void endQuietHours(const QJsonObject &channel) const;

    WebhookListener m_listener;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_admin;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestWebhooks::initTestCase()
{
    m_listener.start();
    m_server = std::make_unique<TestServer>(QStringList{u"--notification-retry"_s, u"20"_s});
    m_admin = std::make_unique<HttpClient>(m_server->staff(u"admin"_s));
}

/// Creates a new account for each test, so that channels receive no notifications of other tests.
void TestWebhooks::init()
{
    m_ada = &m_server->account(QString::fromLatin1(QTest::currentTestFunction()).toLower());
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
}

/// Validates the messages that no test has looked at.
void TestWebhooks::cleanup() { received({}); }

QJsonObject TestWebhooks::hook(const QString &path, const QJsonObject &more) const
{
    QJsonObject wanted{{u"kind"_s, u"webhook"_s}, {u"name"_s, path}, {u"target"_s, m_listener.url(path)}};
    for (auto field = more.begin(); field != more.end(); ++field)
        wanted[field.key()] = *field;
    return m_ada->post(u"/notifications/channels"_s, wanted).json;
}

QString TestWebhooks::tell(const QString &type) const
{
    return m_admin->post(u"/notifications/%1/devices/%2"_s.arg(type, m_device), {{u"reason"_s, u"no answer"_s}})
        .json[u"notification_id"_s]
        .toString();
}

QJsonObject TestWebhooks::delivery(const QJsonObject &channel) const
{
    const QJsonArray all =
        m_ada->get(u"/notifications/deliveries?channel_id="_s + channel[u"channel_id"_s].toString()).items();
    return m_ada->get(u"/notifications/deliveries/"_s + all.first()[u"delivery_id"_s].toString()).json;
}

void TestWebhooks::endQuietHours(const QJsonObject &channel) const
{
    const QString id = channel[u"channel_id"_s].toString();
    m_server->sql(u"UPDATE notification_delivery SET due_at = 1 WHERE channel_id = '%1'"_s.arg(id));
    m_server->sql(u"UPDATE job SET due_at = 1 WHERE key = '%1'"_s.arg(id));
}

void TestWebhooks::webhooksAreSigned()
{
    const QJsonObject channel = hook(u"good/1"_s);
    QVERIFY(channel[u"secret"_s].toString().startsWith(u"whsec_"_s));
    m_listener.trust({channel[u"secret"_s]});
    const QString id = tell();
    QTRY_COMPARE_WITH_TIMEOUT(received(u"good/1"_s).size(), 1, patience);
    const QJsonObject got = received(u"good/1"_s)[0].toObject();
    QCOMPARE(got[u"verified_by"_s].toArray(), QJsonArray{channel[u"secret"_s]});
    QCOMPARE(got[u"id"_s].toString(), id);
    const QJsonObject payload = got[u"payload"_s].toObject();
    QCOMPARE(payload[u"type"_s].toString(), u"camera.lost"_s);
    QCOMPARE(payload[u"data"_s][u"notification_id"_s].toString(), id);
    QCOMPARE(payload[u"data"_s][u"device_id"_s].toString(), m_device);
    QCOMPARE(payload[u"data"_s][u"sequence"_s].toInt(), 1);
    QCOMPARE(payload[u"data"_s][u"link"_s].toString(), u"/devices/"_s + m_device);
    // Neither lists nor a single channel return the secret again.
    const QString path = u"/notifications/channels/"_s + channel[u"channel_id"_s].toString();
    QVERIFY(!m_ada->get(path).body.contains("whsec_"));
    QVERIFY(!m_server->sql(u"SELECT sealed_secret FROM notification_channel"_s).contains("whsec_"));
}

void TestWebhooks::oldSecretSignsForADay()
{
    const QJsonObject channel = hook(u"good/2"_s);
    const QString id = channel[u"channel_id"_s].toString();
    const Answer rotated = m_ada->post(u"/notifications/channels/%1/secret"_s.arg(id), {});
    EXPECT_STATUS(rotated, 201);
    QVERIFY(rotated.json[u"secret"_s] != channel[u"secret"_s]);
    m_listener.trust({channel[u"secret"_s], rotated.json[u"secret"_s]});
    tell();
    QTRY_COMPARE_WITH_TIMEOUT(received(u"good/2"_s).size(), 1, patience);
    QCOMPARE(received(u"good/2"_s)[0][u"verified_by"_s].toArray().size(), 2);
    m_server->sql(u"UPDATE notification_channel SET old_secret_until = 1 WHERE channel_id = '%1'"_s.arg(id));
    tell();
    QTRY_COMPARE_WITH_TIMEOUT(received(u"good/2"_s).size(), 2, patience);
    QCOMPARE(received(u"good/2"_s)[1][u"verified_by"_s].toArray(), QJsonArray{rotated.json[u"secret"_s]});
}

void TestWebhooks::failedDeliveryIsRetried()
{
    const QJsonObject channel = hook(u"flaky/3"_s);
    const QString id = tell();
    QTRY_COMPARE_WITH_TIMEOUT(received(u"flaky/3"_s).size(), 4, patience);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(channel)[u"state"_s].toString(), u"delivered"_s, patience);
    for (const auto &each : received(u"flaky/3"_s))
        QCOMPARE(each[u"id"_s].toString(), id); // the receiver can detect repetitions
}

void TestWebhooks::attemptsAreRecorded()
{
    const QJsonObject channel = hook(u"flaky/1"_s);
    tell();
    QTRY_COMPARE_WITH_TIMEOUT(delivery(channel)[u"state"_s].toString(), u"delivered"_s, patience);
    const QJsonObject sent = delivery(channel);
    const QJsonArray history = sent[u"history"_s].toArray();
    QCOMPARE(history.size(), 2);
    QCOMPARE(history[0][u"status"_s].toInt(), 500);
    QCOMPARE(history[0][u"response"_s].toString(), u"answer 1"_s);
    QVERIFY(!history[0][u"error"_s].toString().isEmpty());
    QCOMPARE(history[1][u"status"_s].toInt(), 200);
    QCOMPARE(sent[u"payload"_s][u"type"_s].toString(), u"camera.lost"_s);
}

void TestWebhooks::goneDisablesTheChannel()
{
    const QJsonObject channel = hook(u"gone"_s);
    const QString path = u"/notifications/channels/"_s + channel[u"channel_id"_s].toString();
    tell();
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(path).json[u"enabled"_s].toBool(true), false, patience);
    QCOMPARE(m_ada->get(path).json[u"disabled_reason"_s].toString(), u"gone"_s);
    QCOMPARE(delivery(channel)[u"state"_s].toString(), u"failed"_s);
    tell();
    QCOMPARE(m_ada->get(u"/notifications/deliveries"_s).items().size(), 1);
    EXPECT_STATUS(m_ada->put(path, {{u"enabled"_s, true}}), 200);
    QVERIFY(m_ada->get(path).json[u"disabled_reason"_s].toString().isEmpty());
}

void TestWebhooks::redirectsAreNotFollowed()
{
    const QJsonObject channel = hook(u"moved"_s);
    const auto before = received(u"good"_s).size();
    tell();
    QTRY_VERIFY_WITH_TIMEOUT(delivery(channel)[u"attempts"_s].toInt() > 0, patience);
    QCOMPARE(delivery(channel)[u"history"_s][0][u"status"_s].toInt(), 302);
    QCOMPARE(received(u"good"_s).size(), before);
}

void TestWebhooks::slowListenerDelaysNoOthers()
{
    const QJsonObject slow = hook(u"slow"_s);
    hook(u"good/slow"_s);
    tell();
    QTRY_COMPARE_WITH_TIMEOUT(received(u"slow"_s).size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(received(u"good/slow"_s).size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(delivery(slow)[u"attempts"_s].toInt() > 0, patience);
    QCOMPARE(delivery(slow)[u"history"_s][0][u"status"_s].toInt(), 0);
}

void TestWebhooks::deliveryIsResent()
{
    const QJsonObject channel = hook(u"good/3"_s);
    tell();
    QTRY_COMPARE_WITH_TIMEOUT(delivery(channel)[u"state"_s].toString(), u"delivered"_s, patience);
    const QString path = u"/notifications/deliveries/"_s + delivery(channel)[u"delivery_id"_s].toString();
    EXPECT_STATUS(m_ada->post(path + u"/resend"_s, {}), 202);
    QTRY_COMPARE_WITH_TIMEOUT(received(u"good/3"_s).size(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(channel)[u"attempts"_s].toInt(), 2, patience);
    EXPECT_STATUS(m_server->account(u"bea"_s).post(path + u"/resend"_s, {}), 404);
    EXPECT_STATUS(m_server->account(u"bea"_s).get(path), 404);
}

void TestWebhooks::deliveriesSinceATimeAreResent()
{
    const QJsonObject channel = hook(u"good/4"_s);
    for (int i = 0; i < 3; ++i)
        tell();
    QTRY_COMPARE_WITH_TIMEOUT(received(u"good/4"_s).size(), 3, patience);
    const QString path = u"/notifications/channels/%1/resend"_s.arg(channel[u"channel_id"_s].toString());
    const auto pending = [this] { return m_ada->get(u"/notifications/deliveries?state=pending"_s).items().size(); };
    QTRY_COMPARE_WITH_TIMEOUT(pending(), 0, patience);
    const Answer again = m_ada->post(path, {{u"since"_s, u"2026-01-01T00:00:00Z"_s}});
    EXPECT_STATUS(again, 202);
    QCOMPARE(again.json[u"resent"_s].toInt(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(received(u"good/4"_s).size(), 6, patience);
    EXPECT_INVALID(m_ada->post(path, {}), "/since required");
}

void TestWebhooks::announcementReachesEveryChannel()
{
    hook(u"good/8"_s);
    hook(u"good/9"_s, {{u"types"_s, QJsonArray{u"camera.lost"_s}}}); // not for announcements
    EXPECT_STATUS(
        m_server->account(u"bea"_s).post(
            u"/notifications/channels"_s,
            {{u"kind"_s, u"webhook"_s}, {u"name"_s, u"Bea's"_s}, {u"target"_s, m_listener.url(u"good/10"_s)}}),
        201);
    // A clock that was two hours ahead wrote the time of this channel.
    m_server->sql(u"UPDATE notification_channel SET created_at = created_at + 7200000 WHERE name = 'Bea''s'"_s);
    const QString id =
        m_admin->post(u"/notifications"_s, {{u"title"_s, u"Maintenance"_s}}).json[u"notification_id"_s].toString();
    for (const QString &path : {u"good/8"_s, u"good/10"_s}) {
        QTRY_COMPARE_WITH_TIMEOUT(received(path).size(), 1, patience);
        QCOMPARE(received(path)[0][u"id"_s].toString(), id);
        const QJsonObject data = received(path)[0][u"payload"_s][u"data"_s].toObject();
        QCOMPARE(data.keys(), QStringList({u"notification_id"_s, u"title"_s})); // it is for all, and about no object
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql(u"SELECT count(*) FROM job WHERE kind = 'announcement'"_s), "0\n",
                              patience);
    QCOMPARE(received(u"good/9"_s).size(), 0);
    EXPECT_STATUS(m_admin->del(u"/notifications/"_s + id), 204); // the other tests' accounts were told as well
}

void TestWebhooks::manyDeliveriesBecomeADigest()
{
    // The deliveries accumulate while the channel is paused.
    const QJsonObject channel = hook(u"good/5"_s, {{u"quiet_from"_s, u"00:00"_s}, {u"quiet_to"_s, u"23:59"_s}});
    for (int i = 0; i < 30; ++i)
        tell(i % 2 ? u"camera.found"_s : u"camera.lost"_s);
    QCOMPARE(m_ada->get(u"/notifications/accounts/"_s + m_ada->accountId() + u"?pagesize=100"_s).items().size(), 30);
    endQuietHours(channel);
    QTRY_COMPARE_WITH_TIMEOUT(received(u"good/5"_s).size(), 1, patience);
    const QJsonObject digest = received(u"good/5"_s)[0][u"payload"_s].toObject();
    QCOMPARE(digest[u"type"_s].toString(), u"digest"_s);
    QCOMPARE(digest[u"data"_s][u"count"_s].toInt(), 30);
    QCOMPARE(digest[u"data"_s][u"types"_s][u"camera.lost"_s].toInt(), 15);
    QCOMPARE(digest[u"data"_s][u"notification_ids"_s].toArray().size(), 30);
    QCOMPARE(m_ada->get(u"/notifications/deliveries?state=digested&pagesize=100"_s).items().size(), 29);
}

void TestWebhooks::aClockThatWasAheadDelaysNothing()
{
    const QJsonObject channel = hook(u"good/77"_s, {{u"quiet_from"_s, u"00:00"_s}, {u"quiet_to"_s, u"23:59"_s}});
    const QString id = channel[u"channel_id"_s].toString();
    for (int i = 0; i < 2; ++i)
        tell();
    m_server->sql(
        u"UPDATE notification_delivery SET updated_at = updated_at + 7200000 WHERE channel_id = '%1'"_s.arg(id));
    m_server->sql(u"UPDATE job SET due_at = 1 WHERE key = '%1'"_s.arg(id));
    QTRY_COMPARE_WITH_TIMEOUT(received(u"good/77"_s).size(), 2, patience);
}

void TestWebhooks::failedDigestIsRetriedCompletely()
{
    const QJsonObject channel = hook(u"flaky/2/digest"_s, {{u"quiet_from"_s, u"00:00"_s}, {u"quiet_to"_s, u"23:59"_s}});
    for (int i = 0; i < 25; ++i)
        tell();
    endQuietHours(channel);
    QTRY_COMPARE_WITH_TIMEOUT(received(u"flaky/2/digest"_s).size(), 3, patience);
    for (const auto &each : received(u"flaky/2/digest"_s))
        QCOMPARE(each[u"payload"_s][u"data"_s][u"count"_s].toInt(), 25);
}

void TestWebhooks::crashLosesNoDelivery()
{
    hook(u"good/6"_s);
    QStringList told;
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 5; ++i)
            told += tell();
        m_server->kill9();
        m_server->start();
        m_admin->setBase(m_server->base());
    }
    const auto missing = [&] {
        QSet<QString> left(told.cbegin(), told.cend());
        for (const auto &each : received(u"good/6"_s)) {
            left.remove(each[u"id"_s].toString());
            for (const auto &id : each[u"payload"_s][u"data"_s][u"notification_ids"_s].toArray())
                left.remove(id.toString());
        }
        return left.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(missing(), 0, patience);
    // The sequence numbers of the device have no gaps and no duplicates.
    QList<int> numbers;
    for (const auto &each : m_ada->get(u"/notifications?pagesize=100"_s).items())
        numbers.prepend(each[u"sequence"_s].toInt());
    QCOMPARE(numbers.size(), 20);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(numbers[i], i + 1);
}

void TestWebhooks::privateAddressesAreRejected()
{
    TestServer strict(QStringList{}, TestServer::Sources::PublicOnly);
    const TestAccount &carl = strict.account(u"carl"_s);
    const auto refused = [&carl](const QString &target) {
        return carl.post(u"/notifications/channels"_s,
                         {{u"kind"_s, u"webhook"_s}, {u"name"_s, u"x"_s}, {u"target"_s, target}});
    };
    EXPECT_INVALID(refused(u"https://127.0.0.1/x"_s), "/target private_address");
    EXPECT_INVALID(refused(u"https://localhost/x"_s), "/target private_address");
    EXPECT_INVALID(refused(u"https://10.1.2.3/x"_s), "/target private_address");
    EXPECT_INVALID(refused(u"https://[::1]/x"_s), "/target private_address");
    EXPECT_INVALID(refused(u"https://169.254.169.254/latest"_s), "/target private_address");
    EXPECT_INVALID(refused(u"http://192.0.0.9/x"_s), "/target not_allowed");
    EXPECT_INVALID(refused(u"ftp://192.0.0.9/x"_s), "/target not_allowed");
    EXPECT_INVALID(refused(u"https://user:pass@192.0.0.9/x"_s), "/target malformed");
    // The address is also checked when the webhook is called.
    const Answer made = refused(u"https://192.0.0.9/x"_s);
    EXPECT_STATUS(made, 201);
    strict.sql(u"UPDATE notification_channel SET target = '%1'"_s.arg(m_listener.url(u"good/7"_s)));
    const QString channel = made.json[u"channel_id"_s].toString();
    EXPECT_STATUS(carl.post(u"/notifications/channels/%1/test"_s.arg(channel), {}), 201);
    const auto attempts = [&carl] { return carl.get(u"/notifications/deliveries"_s).item(0)[u"attempts"_s].toInt(); };
    QTRY_VERIFY_WITH_TIMEOUT(attempts() > 0, patience);
    QCOMPARE(received(u"good/7"_s).size(), 0);
    // A channel whose address is not valid any more can be switched off.
    EXPECT_STATUS(carl.put(u"/notifications/channels/"_s + channel, {{u"enabled"_s, false}}), 200);
}

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
