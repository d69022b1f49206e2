// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/paymentprovider.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
const QString plan = u"plan_00000000000000000000000001"_s;

QStringList steps(const QJsonObject &order)
{
    QStringList names;
    for (const auto &step : order[u"history"_s].toArray())
        names += step[u"status"_s].toString();
    return names;
}

/// The table of allowed steps, written down a second time.
const QHash<QString, QStringList> allowed{
    {u"pending"_s, {u"paid"_s, u"failed"_s, u"cancelled"_s, u"expired"_s}},
    {u"failed"_s, {u"paid"_s, u"cancelled"_s, u"expired"_s}},
    {u"paid"_s, {u"refunded"_s}},
};
const QStringList told{u"paid"_s, u"failed"_s, u"cancelled"_s, u"refunded"_s, u"expired"_s};
}

/// Orders, and what the payment provider says of them: the same thing twice, late, out of order, two at once.
class TestOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anOrderHasItsHistory();
    void stepsFollowTheTable_data();
    void stepsFollowTheTable();
    void theSameEventTwiceChangesNothing();
    void anEventIsOfOneThing();
    void whatWasPaidMustBeWhatWasOrdered_data();
    void whatWasPaidMustBeWhatWasOrdered();
    void forgeriesAreRefused_data();
    void forgeriesAreRefused();
    void bothSecretsAreGood();
    void noUserTakesAStep();
    void anAdministratorDoes();
    void twoAtOnceHaveOneOutcome();
    void whoIsTooLateIsTold();
    void ordersAreListed();
    void aPurchasedAppWaitsForItsPayment();
    void aRemovedAppHasNothingToPay();
    void whateverComesTheOutcomeIsOne();

private:
    QJsonObject ordered(const QString &who = u"ada"_s) const;
    Answer tell(const QJsonObject &order, const QString &status, const QString &event,
                const QJsonObject &changes = {}) const
    {
        return m_provider.tell(*m_server, order, status, event, changes);
    }
    QJsonObject get(const QJsonObject &order, const QString &who = u"ada"_s) const
    {
        return m_server->account(who).get(u"/retentions/orders/"_s + order[u"order_id"_s].toString()).json;
    }
    static QString event();

    PaymentProvider m_provider;
    std::unique_ptr<TestServer> m_server;
};

void TestOrders::initTestCase() { m_server = std::make_unique<TestServer>(m_provider.arguments()); }

QString TestOrders::event()
{
    static int number = 0;
    return u"evt_%1"_s.arg(++number);
}

QJsonObject TestOrders::ordered(const QString &who) const
{
    const TestAccount &account = m_server->account(who);
    return account.post(u"/retentions/%1/account/%2"_s.arg(plan, account.accountId()), {}).json;
}

void TestOrders::anOrderHasItsHistory()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject order = ordered();
    const QJsonObject made = order[u"history"_s][0].toObject();
    QCOMPARE(made[u"status"_s].toString(), u"pending"_s);
    QCOMPARE(made[u"by"_s].toString(), u"customer"_s);
    QCOMPARE(made[u"actor"_s].toString(), ada.userId());
    QCOMPARE(order[u"allowed"_s].toArray().toVariantList(),
             (QVariantList{u"paid"_s, u"failed"_s, u"cancelled"_s, u"expired"_s}));

    EXPECT_STATUS(tell(order, u"failed"_s, event(), {{u"reason"_s, u"The card has expired"_s}}), 200);
    const QString paying = event();
    const Answer paid = tell(order, u"paid"_s, paying);
    EXPECT_STATUS(paid, 200);
    QCOMPARE(steps(paid.json), (QStringList{u"pending"_s, u"failed"_s, u"paid"_s}));
    const QJsonArray history = get(order)[u"history"_s].toArray();
    QCOMPARE(history[1][u"reason"_s].toString(), u"The card has expired"_s);
    QCOMPARE(history[2][u"by"_s].toString(), u"payment_provider"_s);
    QCOMPARE(history[2][u"event_id"_s].toString(), paying);
    QVERIFY(get(order)[u"checkout_url"_s].toString().isEmpty());
}

void TestOrders::stepsFollowTheTable_data()
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

void TestOrders::stepsFollowTheTable()
{
    QFETCH(const QStringList, way);
    QFETCH(const QString, last);
    const QJsonObject order = ordered();
    for (const QString &status : way)
        EXPECT_STATUS(tell(order, status, event()), 200);
    const QString from = way.isEmpty() ? u"pending"_s : way.last();
    const Answer answer = tell(order, last, event());
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

void TestOrders::theSameEventTwiceChangesNothing()
{
    const QJsonObject order = ordered(u"twice"_s);
    const QString paying = event();
    const Answer first = tell(order, u"paid"_s, paying);
    EXPECT_STATUS(first, 200);
    const TestAccount &account = m_server->account(u"twice"_s);
    const QByteArray plan = account.get(u"/retentions/account/"_s + account.accountId()).body;
    const Answer second = tell(order, u"paid"_s, paying);
    EXPECT_STATUS(second, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(account.get(u"/retentions/account/"_s + account.accountId()).body, plan);
    // Also when the order has moved on, and after a crash.
    EXPECT_STATUS(tell(order, u"refunded"_s, event()), 200);
    m_server->kill9();
    m_server->start();
    EXPECT_STATUS(tell(order, u"paid"_s, paying), 200);
    QCOMPARE(get(order, u"twice"_s)[u"status"_s].toString(), u"refunded"_s);
    EXPECT_STATUS(account.get(u"/retentions/account/"_s + account.accountId()), 404);
}

void TestOrders::anEventIsOfOneThing()
{
    const QString same = event();
    EXPECT_STATUS(tell(ordered(), u"paid"_s, same), 200);
    EXPECT_PROBLEM(tell(ordered(), u"paid"_s, same), 409, "event_reused");
    const QJsonObject order = ordered();
    const QString failing = event();
    EXPECT_STATUS(tell(order, u"failed"_s, failing), 200);
    EXPECT_PROBLEM(tell(order, u"paid"_s, failing), 409, "event_reused");
}

void TestOrders::whatWasPaidMustBeWhatWasOrdered_data()
{
    QTest::addColumn<QJsonObject>("changes");
    QTest::addColumn<QString>("error");
    QTest::newRow("less") << QJsonObject{{u"amount"_s, 489}} << u"/amount amount_mismatch"_s;
    QTest::newRow("more") << QJsonObject{{u"amount"_s, 491}} << u"/amount amount_mismatch"_s;
    QTest::newRow("in another currency") << QJsonObject{{u"currency"_s, u"USD"_s}} << u"/currency currency_mismatch"_s;
    QTest::newRow("no amount") << QJsonObject{{u"amount"_s, QJsonValue::Null}} << u"/amount required"_s;
    QTest::newRow("no currency") << QJsonObject{{u"currency"_s, QJsonValue::Null}} << u"/currency required"_s;
    QTest::newRow("no event") << QJsonObject{{u"event_id"_s, QJsonValue::Null}} << u"/event_id required"_s;
    QTest::newRow("a fraction") << QJsonObject{{u"amount"_s, 490.5}} << u"/amount wrong_type"_s;
    QTest::newRow("something else") << QJsonObject{{u"card"_s, u"4242"_s}} << u"/card unknown"_s;
}

void TestOrders::whatWasPaidMustBeWhatWasOrdered()
{
    QFETCH(const QJsonObject, changes);
    QFETCH(const QString, error);
    const QJsonObject order = ordered();
    const Answer answer = tell(order, u"paid"_s, event(), changes);
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
    QCOMPARE(get(order)[u"status"_s].toString(), u"pending"_s);
}

void TestOrders::forgeriesAreRefused_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("code");
    QTest::newRow("too old") << 301 << QByteArray() << u"signature_expired"_s;
    QTest::newRow("in the future") << -310 << QByteArray() << u"signature_expired"_s;
    QTest::newRow("another secret") << 0 << QByteArray("secret") << u"invalid_signature"_s;
    QTest::newRow("no time") << 0 << QByteArray("v1=00") << u"invalid_signature"_s;
    QTest::newRow("nonsense") << 0 << QByteArray("t=now,v1=zz") << u"invalid_signature"_s;
    QTest::newRow("of another path") << 0 << QByteArray("path") << u"invalid_signature"_s;
    QTest::newRow("of another body") << 0 << QByteArray("body") << u"invalid_signature"_s;
}

void TestOrders::forgeriesAreRefused()
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

void TestOrders::bothSecretsAreGood()
{
    PaymentProvider late;
    late.setSecret(late.secret(1));
    EXPECT_STATUS(late.tell(*m_server, ordered(), u"paid"_s, event()), 200);
}

void TestOrders::noUserTakesAStep()
{
    const QString path = u"/retentions/orders/%1/status/paid"_s.arg(ordered()[u"order_id"_s].toString());
    EXPECT_PROBLEM(m_server->account(u"ada"_s).put(path, {}), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_server->staff(u"support"_s).put(path, {}), 403, "insufficient_scope");
    EXPECT_STATUS(m_server->portal().put(path, {}), 403);
    EXPECT_STATUS(m_server->anybody().put(path, {}), 401);
}

void TestOrders::anAdministratorDoes()
{
    const HttpClient admin = m_server->staff(u"admin"_s);
    const QString path = u"/retentions/orders/"_s + ordered()[u"order_id"_s].toString() + u"/status/"_s;
    EXPECT_INVALID(admin.put(path + u"paid"_s, {{u"amount"_s, 1}}), "/amount amount_mismatch");
    EXPECT_INVALID(admin.put(path + u"pending"_s, {}), "/order_status not_allowed");
    EXPECT_INVALID(admin.put(path + u"stolen"_s, {}), "/order_status not_allowed");
    const Answer paid = admin.put(path + u"paid"_s, {{u"reason"_s, u"By bank transfer"_s}});
    EXPECT_STATUS(paid, 200);
    const QJsonObject step = paid.json[u"history"_s][1].toObject();
    QCOMPARE(step[u"by"_s].toString(), u"management"_s);
    QCOMPARE(step[u"reason"_s].toString(), u"By bank transfer"_s);
    QVERIFY(step[u"actor"_s].toString().startsWith(u"usr_"_s));
    EXPECT_STATUS(admin.put(u"/retentions/orders/ord_00000000000000000000000009/status/paid"_s, {}), 404);
}

void TestOrders::twoAtOnceHaveOneOutcome()
{
    for (int round = 0; round < 8; ++round) {
        const QJsonObject order = ordered(u"race"_s);
        const QString same = event();
        const QList<std::pair<QString, QString>> news{
            {u"paid"_s, same}, {u"paid"_s, same}, {u"cancelled"_s, event()}, {u"paid"_s, event()}};
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

void TestOrders::whoIsTooLateIsTold()
{
    const QJsonObject order = ordered();
    m_server->sql(
        u"UPDATE purchase_order SET expires_at = 1 WHERE order_id = '%1'"_s.arg(order[u"order_id"_s].toString()));
    EXPECT_PROBLEM(tell(order, u"paid"_s, event()), 409, "step_not_allowed");
    QCOMPARE(steps(get(order)), (QStringList{u"pending"_s, u"expired"_s}));
    // And without anybody telling anything.
    const QJsonObject forgotten = ordered();
    m_server->sql(
        u"UPDATE purchase_order SET expires_at = 1 WHERE order_id = '%1'"_s.arg(forgotten[u"order_id"_s].toString()));
    m_server->stop();
    m_server->start();
    QTRY_COMPARE(steps(get(forgotten)), (QStringList{u"pending"_s, u"expired"_s}));
    QCOMPARE(get(forgotten)[u"history"_s][1][u"by"_s].toString(), u"system"_s);
}

void TestOrders::ordersAreListed()
{
    const TestAccount &lea = m_server->account(u"lea"_s);
    QStringList made;
    for (int i = 0; i < 5; ++i)
        made.prepend(ordered(u"lea"_s)[u"order_id"_s].toString());
    const QJsonObject first = get({{u"order_id"_s, made.last()}}, u"lea"_s);
    EXPECT_STATUS(tell(first, u"paid"_s, event()), 200);

    const QString path = u"/retentions/orders/account/"_s + lea.accountId();
    QStringList seen;
    QString next = path + u"?pagesize=2&count=true"_s;
    while (!next.isEmpty()) {
        const Answer page = lea.get(next);
        EXPECT_STATUS(page, 200);
        QCOMPARE(page.json[u"total"_s].toInt(5), 5);
        for (const auto &order : page.items())
            seen += order[u"order_id"_s].toString();
        const QString cursor = page.json[u"next_cursor"_s].toString();
        next = cursor.isEmpty() ? QString() : path + u"?pagesize=2&cursor="_s + cursor;
    }
    QCOMPARE(seen, made);
    QCOMPARE(lea.get(path + u"?status=paid"_s).items().size(), 1);
    QCOMPARE(lea.get(path + u"?status=pending"_s).items().size(), 4);
    QCOMPARE(lea.get(path + u"?retention_id=plan_00000000000000000000000002"_s).items().size(), 0);
    QCOMPARE(lea.get(path + u"?from=2100-01-01T00:00:00Z"_s).items().size(), 0);
    EXPECT_INVALID(lea.get(path + u"?status=lost"_s), "?status not_allowed");
    EXPECT_INVALID(lea.get(path + u"?from=today"_s), "?from malformed");

    // Not another's; support sees all of them.
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(ada.get(path), 404);
    EXPECT_STATUS(ada.get(u"/retentions/orders/"_s + made.first()), 404);
    EXPECT_PROBLEM(ada.get(u"/retentions/orders"_s), 403, "insufficient_scope");
    const HttpClient support = m_server->staff(u"support"_s);
    EXPECT_STATUS(support.get(u"/retentions/orders/"_s + made.first()), 200);
    QCOMPARE(support.get(u"/retentions/orders?account_id="_s + lea.accountId()).items().size(), 5);
    QVERIFY(support.get(u"/retentions/orders?pagesize=100"_s).items().size() > 5);
    const QJsonObject hit = support.get(u"/support/search?q="_s + made.first()).items()[0].toObject();
    QCOMPARE(hit[u"kind"_s].toString(), u"order"_s);
    QCOMPARE(hit[u"account_id"_s].toString(), lea.accountId());
    QCOMPARE(support.get(u"/support/accounts/"_s + lea.accountId()).json[u"orders"_s].toArray().size(), 5);
    EXPECT_STATUS(support.get(u"/retentions/orders?account_id=dev_1"_s), 404);
}

void TestOrders::aPurchasedAppWaitsForItsPayment()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = ada.createApp(u"Bought"_s, {{u"type"_s, u"purchased"_s}});
    QCOMPARE(made[u"app"_s][u"status"_s].toString(), u"pending"_s);
    const QJsonObject order = get(made);
    QCOMPARE(order[u"kind"_s].toString(), u"app"_s);
    QCOMPARE(order[u"app_id"_s], made[u"app_id"_s]);
    QCOMPARE(order[u"amount"_s].toInt(), 4900);
    QVERIFY(made[u"checkout_url"_s].toString().startsWith(u"https://pay.example.org/"_s));
    const HttpClient app = m_server->app(made);
    EXPECT_STATUS(app.get(u"/retentions"_s), 403);
    EXPECT_STATUS(tell(order, u"paid"_s, event()), 200);
    EXPECT_STATUS(app.get(u"/retentions"_s), 200);
    EXPECT_STATUS(tell(order, u"refunded"_s, event()), 200);
    EXPECT_STATUS(app.get(u"/retentions"_s), 403);
}

void TestOrders::aRemovedAppHasNothingToPay()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = ada.createApp(u"Regretted"_s, {{u"type"_s, u"purchased"_s}});
    EXPECT_STATUS(ada.del(u"/apps/"_s + made[u"app_id"_s].toString()), 204);
    QCOMPARE(get(made)[u"status"_s].toString(), u"cancelled"_s);
    QVERIFY(get(made)[u"checkout_url"_s].toString().isEmpty());
}

/// Random news, some of it twice and some of it while the server dies, against a model of nothing but the table.
void TestOrders::whateverComesTheOutcomeIsOne()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 12; ++round) {
        const QJsonObject order = ordered(u"model"_s);
        QString state = u"pending"_s;
        QStringList history{state};
        QHash<QString, QString> known; // event to what it told
        for (int i = 0; i < 8; ++i) {
            const bool again = !known.isEmpty() && random.bounded(3) == 0;
            const QString id = again ? known.keys()[random.bounded(int(known.size()))] : event();
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

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_orders.moc"
