// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"
#include "tests/support/webhooklistener.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

static constexpr int patience = 60'000; // ms; the machine may be busy

/// Webhooks that take their time: what they may hold up, and what their answers mean.
class TestSlowWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hangingEndpointsHoldUpNobodyElse();
    void aHangingEndpointGetsALaneOfItsOwn();
    void aDeliveryIsSentAgainWhileItIsSent();
    void retryAfterIsHeeded_data();
    void retryAfterIsHeeded();
    void theStatusLineDecides_data();
    void theStatusLineDecides();

private:
    QString hook(const TestAccount &account, const QString &path) const;
    void ring(const TestAccount &account, const QString &channel) const;
    QList<qint64> timesOf(const QString &path) const;

    WebhookListener m_listener;
    std::unique_ptr<TestServer> m_server;
};

void TestSlowWebhooks::initTestCase()
{
    m_listener.start();
    m_server = std::make_unique<TestServer>(QStringList{u"--notification-retry"_s, u"20"_s});
}

QString TestSlowWebhooks::hook(const TestAccount &account, const QString &path) const
{
    return account
        .post(u"/notifications/channels"_s,
              {{u"kind"_s, u"webhook"_s}, {u"name"_s, path}, {u"target"_s, m_listener.url(path)}})
        .json[u"channel_id"_s]
        .toString();
}

void TestSlowWebhooks::ring(const TestAccount &account, const QString &channel) const
{
    EXPECT_STATUS(account.post(u"/notifications/channels/%1/test"_s.arg(channel), {}), 201);
}

/// Returns when a path was asked, in milliseconds.
QList<qint64> TestSlowWebhooks::timesOf(const QString &path) const
{
    QList<qint64> times;
    for (const auto &each : m_listener.received(path))
        times += each[u"at"_s].toInteger();
    return times;
}

/// Ten endpoints of one account never answer. Each holds a thread until its request times out, after eight seconds.
void TestSlowWebhooks::hangingEndpointsHoldUpNobodyElse()
{
    const TestAccount &mallory = m_server->account(u"mallory"_s);
    const TestAccount &bea = m_server->account(u"bea"_s);
    QStringList hanging;
    for (int i = 0; i < 10; ++i)
        hanging += hook(mallory, u"slow/%1"_s.arg(i));
    const QString good = hook(bea, u"good/bea"_s);
    for (const QString &channel : std::as_const(hanging))
        ring(mallory, channel);
    QTRY_VERIFY_WITH_TIMEOUT(!timesOf(u"slow/0"_s).isEmpty(), patience);
    ring(bea, good);
    QTRY_COMPARE_WITH_TIMEOUT(timesOf(u"good/bea"_s).size(), 1, patience);
    int hung = 0;
    for (int i = 0; i < 10; ++i)
        hung += timesOf(u"slow/%1"_s.arg(i)).isEmpty() ? 0 : 1;
    QVERIFY2(hung <= 2, qPrintable(QString::number(hung))); // the good one did not wait for the others
}

void TestSlowWebhooks::aHangingEndpointGetsALaneOfItsOwn()
{
    const TestAccount &carl = m_server->account(u"carl"_s);
    const QString channel = hook(carl, u"late/once"_s); // answers after three seconds, and later at once
    const auto kind = [&] {
        return m_server->sql(u"SELECT slow FROM notification_channel WHERE channel_id = '%1'"_s.arg(channel)).trimmed();
    };
    ring(carl, channel);
    QTRY_VERIFY_WITH_TIMEOUT(kind() == "1" || kind() == "t", patience);
    ring(carl, channel);
    QTRY_VERIFY_WITH_TIMEOUT(kind() == "0" || kind() == "f", patience);
    QCOMPARE(timesOf(u"late/once"_s).size(), 2); // each was delivered once
}

/// The endpoint answers the first request after three seconds, and later ones at once.
void TestSlowWebhooks::aDeliveryIsSentAgainWhileItIsSent()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    const QString path = u"late/again"_s;
    const QString channel = hook(fay, path);
    const QString delivery = u"/notifications/deliveries/"_s
        + fay.post(u"/notifications/channels/%1/test"_s.arg(channel), {}).json[u"delivery_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(timesOf(path).size(), 1, patience);
    QCOMPARE(fay.get(delivery).json[u"attempts"_s].toInt(), 0);
    EXPECT_STATUS(fay.post(delivery + u"/resend"_s, {}), 202);
    QTRY_COMPARE_WITH_TIMEOUT(timesOf(path).size(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(fay.get(delivery).json[u"state"_s].toString(), u"delivered"_s, patience);
    QCOMPARE(fay.get(delivery).json[u"attempts"_s].toInt(), 2);
}

void TestSlowWebhooks::retryAfterIsHeeded_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("seconds") << u"later/seconds"_s;
    QTest::newRow("a date") << u"later/date"_s;
}

/// The listener asks for four seconds; a date has no fractions of a second.
void TestSlowWebhooks::retryAfterIsHeeded()
{
    QFETCH(const QString, path);
    const TestAccount &dora = m_server->account(u"dora"_s);
    ring(dora, hook(dora, path));
    QTRY_COMPARE_WITH_TIMEOUT(timesOf(path).size(), 2, patience);
    const qint64 pause = timesOf(path)[1] - timesOf(path)[0];
    QVERIFY2(pause >= 2900, qPrintable(QString::number(pause)));
}

void TestSlowWebhooks::theStatusLineDecides_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("a body without end") << u"endless"_s;
    QTest::newRow("a body that trickles") << u"trickle"_s;
    QTest::newRow("a body that breaks off") << u"broken-off"_s;
}

void TestSlowWebhooks::theStatusLineDecides()
{
    QFETCH(const QString, path);
    const TestAccount &ed = m_server->account(u"ed"_s);
    const QString channel = hook(ed, path);
    ring(ed, channel);
    const auto delivery = [&] { return ed.get(u"/notifications/deliveries?channel_id="_s + channel).items().first(); };
    QTRY_VERIFY_WITH_TIMEOUT(delivery()[u"attempts"_s].toInt() > 0, patience);
    QCOMPARE(delivery()[u"state"_s].toString(), u"delivered"_s);
    const QString id = delivery()[u"delivery_id"_s].toString();
    const QJsonObject attempt = ed.get(u"/notifications/deliveries/"_s + id).json[u"history"_s][0].toObject();
    QCOMPARE(attempt[u"status"_s].toInt(), 200);
    QVERIFY(attempt[u"response"_s].toString().size() <= 1024);
}

QTEST_GUILESS_MAIN(TestSlowWebhooks)
#include "tst_slowwebhooks.moc"
