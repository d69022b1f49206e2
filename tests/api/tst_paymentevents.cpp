// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/orderfixture.h"
#include "tests/support/expect.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
/// The table of possible status changes, independent of the server.
const QHash<QString, QStringList> allowed{
    {u"pending"_s, {u"paid"_s, u"failed"_s, u"cancelled"_s, u"expired"_s}},
    {u"failed"_s, {u"paid"_s, u"cancelled"_s, u"expired"_s}},
    {u"paid"_s, {u"refunded"_s}},
};
const QStringList told{u"paid"_s, u"failed"_s, u"cancelled"_s, u"refunded"_s, u"expired"_s};
}

/// Events of the payment provider: repeated, forged, out of order, and concurrent.
class TestPaymentEvents : public QObject, protected OrderFixture
{
    Q_OBJECT

private Q_SLOTS:
    void statusChangesFollowTheTable_data();
    void statusChangesFollowTheTable();
    void repeatedEventChangesNothing();
    void eventIdIsUsedOnce();
    void amountMustMatchTheOrder_data();
    void amountMustMatchTheOrder();
    void invalidSignaturesAreRejected_data();
    void invalidSignaturesAreRejected();
    void bothSecretsAreAccepted();
    void concurrentEventsHaveOneOutcome();
    void randomEventsMatchTheModel();
};

void TestPaymentEvents::statusChangesFollowTheTable_data()
{
    QTest::addColumn<QStringList>("way");
    QTest::addColumn<QString>("last");
    const QList<QStringList> ways{
        {}, {u"failed"_s}, {u"paid"_s}, {u"paid"_s, u"refunded"_s}, {u"cancelled"_s}, {u"expired"_s}};
    for (const QStringList &way : ways) {
        for (const QString &last : told)
            QTest::newRow(qPrintable((QStringList(way) + QStringList(last)).join(u" then "))) << way << last;
    }
}

void TestPaymentEvents::statusChangesFollowTheTable()
{
    QFETCH(const QStringList, way);
    QFETCH(const QString, last);
    const QJsonObject order = ordered();
    for (const QString &status : way)
        EXPECT_STATUS(tell(order, status, newEvent()), 200);
    const QString from = way.isEmpty() ? u"pending"_s : way.last();
    const Answer answer = tell(order, last, newEvent());
    if (allowed[from].contains(last)) {
        EXPECT_STATUS(answer, 200);
        QCOMPARE(answer.json[u"status"_s].toString(), last);
        return;
    }
    EXPECT_PROBLEM(answer, 409, "step_not_allowed");
    QCOMPARE(answer.json[u"allowed"_s].toArray(), QJsonArray::fromStringList(allowed[from]));
    QCOMPARE(get(order)[u"status"_s].toString(), from);
    QCOMPARE(steps(get(order)).size(), way.size() + 1);
}

void TestPaymentEvents::repeatedEventChangesNothing()
{
    const QJsonObject order = ordered(u"twice"_s);
    const QString paying = newEvent();
    const Answer first = tell(order, u"paid"_s, paying);
    EXPECT_STATUS(first, 200);
    const TestAccount &account = m_server->account(u"twice"_s);
    const QByteArray plan = account.get(u"/retentions/account/"_s + account.accountId()).body;
    const Answer second = tell(order, u"paid"_s, paying);
    EXPECT_STATUS(second, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(account.get(u"/retentions/account/"_s + account.accountId()).body, plan);
    // Also after the status has changed, and after a crash.
    EXPECT_STATUS(tell(order, u"refunded"_s, newEvent()), 200);
    m_server->kill9();
    m_server->start();
    EXPECT_STATUS(tell(order, u"paid"_s, paying), 200);
    QCOMPARE(get(order, u"twice"_s)[u"status"_s].toString(), u"refunded"_s);
    EXPECT_STATUS(account.get(u"/retentions/account/"_s + account.accountId()), 404);
}

void TestPaymentEvents::eventIdIsUsedOnce()
{
    const QString same = newEvent();
    EXPECT_STATUS(tell(ordered(), u"paid"_s, same), 200);
    EXPECT_PROBLEM(tell(ordered(), u"paid"_s, same), 409, "event_reused");
    const QJsonObject order = ordered();
    const QString failing = newEvent();
    EXPECT_STATUS(tell(order, u"failed"_s, failing), 200);
    EXPECT_PROBLEM(tell(order, u"paid"_s, failing), 409, "event_reused");
}

void TestPaymentEvents::amountMustMatchTheOrder_data()
{
    QTest::addColumn<QJsonObject>("changes");
    QTest::addColumn<QString>("error");
    QTest::newRow("lower amount") << QJsonObject{{u"amount"_s, 489}} << u"/amount amount_mismatch"_s;
    QTest::newRow("higher amount") << QJsonObject{{u"amount"_s, 491}} << u"/amount amount_mismatch"_s;
    QTest::newRow("another currency") << QJsonObject{{u"currency"_s, u"USD"_s}} << u"/currency currency_mismatch"_s;
    QTest::newRow("no amount") << QJsonObject{{u"amount"_s, QJsonValue::Null}} << u"/amount required"_s;
    QTest::newRow("no currency") << QJsonObject{{u"currency"_s, QJsonValue::Null}} << u"/currency required"_s;
    QTest::newRow("no event") << QJsonObject{{u"event_id"_s, QJsonValue::Null}} << u"/event_id required"_s;
    QTest::newRow("fraction") << QJsonObject{{u"amount"_s, 490.5}} << u"/amount wrong_type"_s;
    QTest::newRow("unknown field") << QJsonObject{{u"card"_s, u"4242"_s}} << u"/card unknown"_s;
}

void TestPaymentEvents::amountMustMatchTheOrder()
{
    QFETCH(const QJsonObject, changes);
    QFETCH(const QString, error);
    const QJsonObject order = ordered();
    const Answer answer = tell(order, u"paid"_s, newEvent(), changes);
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
    QCOMPARE(get(order)[u"status"_s].toString(), u"pending"_s);
}

void TestPaymentEvents::invalidSignaturesAreRejected_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("code");
    QTest::newRow("too old") << 301 << QByteArray() << u"signature_expired"_s;
    QTest::newRow("in the future") << -310 << QByteArray() << u"signature_expired"_s;
    QTest::newRow("another secret") << 0 << QByteArray("secret") << u"invalid_signature"_s;
    QTest::newRow("no time") << 0 << QByteArray("v1=00") << u"invalid_signature"_s;
    QTest::newRow("nonsense") << 0 << QByteArray("t=now,v1=zz") << u"invalid_signature"_s;
    QTest::newRow("another path") << 0 << QByteArray("path") << u"invalid_signature"_s;
    QTest::newRow("another body") << 0 << QByteArray("body") << u"invalid_signature"_s;
}

void TestPaymentEvents::invalidSignaturesAreRejected()
{
    QFETCH(const int, age);
    QFETCH(const QByteArray, header);
    QFETCH(const QString, code);
    const QJsonObject order = ordered();
    const QByteArray path = "/v1/retentions/orders/" + order[u"order_id"_s].toString().toLatin1() + "/status/paid";
    const QByteArray body = R"({"event_id":"forged","amount":490,"currency":"EUR"})";
    const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(-age);
    QByteArray signature = m_provider.signature(path, body, at);
    if (header == "secret")
        signature = PaymentProvider({"nobody-has-ever-seen-this"}).signature(path, body, at);
    else if (header == "path")
        signature = m_provider.signature("/v1/retentions/orders/x/status/failed", body, at);
    else if (header == "body")
        signature = m_provider.signature(path, "{}", at);
    else if (!header.isEmpty())
        signature = header;
    const Answer answer =
        m_server->anybody().send("PUT", QString::fromLatin1(path), body,
                                 {{"Content-Type", "application/json"}, {"Payment-Signature", signature}});
    EXPECT_STATUS(answer, 401);
    QCOMPARE(answer.code(), code);
    QCOMPARE(get(order)[u"status"_s].toString(), u"pending"_s);
}

void TestPaymentEvents::bothSecretsAreAccepted()
{
    PaymentProvider late;
    late.setSecret(late.secret(1));
    EXPECT_STATUS(late.tell(*m_server, ordered(), u"paid"_s, newEvent()), 200);
}

void TestPaymentEvents::concurrentEventsHaveOneOutcome()
{
    for (int round = 0; round < 8; ++round) {
        const QJsonObject order = ordered(u"race"_s);
        const QString same = newEvent();
        const QList<std::pair<QString, QString>> news{
            {u"paid"_s, same}, {u"paid"_s, same}, {u"cancelled"_s, newEvent()}, {u"paid"_s, newEvent()}};
        std::vector<Answer> answers(size_t(news.size()));
        std::vector<std::thread> threads;
        for (size_t i = 0; i < answers.size(); ++i)
            threads.emplace_back(
                [&, i] { answers[i] = tell(order, news[qsizetype(i)].first, news[qsizetype(i)].second); });
        for (auto &thread : threads)
            thread.join();
        for (const Answer &answer : answers)
            QVERIFY2(answer.status == 200 || answer.status == 409, answer.text().constData());
        QCOMPARE(steps(get(order, u"race"_s)).size(), 2);
        QCOMPARE(answers[0].status, answers[1].status);
    }
}

/// Sends random events, some repeated and some during a crash, and compares the orders with a model of the table.
void TestPaymentEvents::randomEventsMatchTheModel()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 12; ++round) {
        const QJsonObject order = ordered(u"model"_s);
        QString state = u"pending"_s;
        QStringList history{state};
        QHash<QString, QString> known; // event id to order and status
        for (int i = 0; i < 8; ++i) {
            const bool again = !known.isEmpty() && random.bounded(3) == 0;
            const QString id = again ? known.keys()[random.bounded(int(known.size()))] : newEvent();
            const QString status = again ? known[id] : told[random.bounded(int(told.size()))];
            if (random.bounded(10) == 0) {
                m_server->kill9();
                m_server->start();
            }
            const Answer answer = tell(order, status, id);
            if (again) {
                EXPECT_STATUS(answer, 200);
            } else if (allowed[state].contains(status)) {
                EXPECT_STATUS(answer, 200);
                known.insert(id, status);
                state = status;
                history += status;
            } else {
                EXPECT_PROBLEM(answer, 409, "step_not_allowed");
            }
            QCOMPARE(steps(get(order, u"model"_s)), history);
        }
        const TestAccount &account = m_server->account(u"model"_s);
        const Answer inForce = account.get(u"/retentions/account/"_s + account.accountId());
        const bool byThis = inForce.json[u"order_id"_s] == order[u"order_id"_s];
        QCOMPARE(byThis, state == u"paid"_s);
    }
}

QTEST_GUILESS_MAIN(TestPaymentEvents)
#include "tst_paymentevents.moc"
