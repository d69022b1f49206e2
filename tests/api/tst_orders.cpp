// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/orderfixture.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Orders of plans and apps, as customers and staff see them.
class TestOrders : public QObject, protected OrderFixture
{
    Q_OBJECT

private Q_SLOTS:
    void orderHasItsHistory();
    void usersCannotChangeTheStatus();
    void administratorsChangeTheStatus();
    void expiredOrderRejectsPayment();
    void ordersAreListed();
    void purchasedAppWaitsForPayment();
    void aPaymentDoesNotUnblockAnApp();
    void deletedAppCancelsItsOrders();
    void aRefundTakesOnePeriodOnly();
    void aRefundedPlanGivesWayToTheOneBefore();
};

void TestOrders::orderHasItsHistory()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject order = ordered();
    const QJsonObject made = order[u"history"_s][0].toObject();
    QCOMPARE(made[u"status"_s].toString(), u"pending"_s);
    QCOMPARE(made[u"by"_s].toString(), u"customer"_s);
    QCOMPARE(made[u"actor"_s].toString(), ada.userId());
    QCOMPARE(order[u"allowed"_s].toArray().toVariantList(),
             (QVariantList{u"paid"_s, u"failed"_s, u"cancelled"_s, u"expired"_s}));

    EXPECT_STATUS(tell(order, u"failed"_s, newEvent(), {{u"reason"_s, u"The card has expired"_s}}), 200);
    const QString paying = newEvent();
    const Answer paid = tell(order, u"paid"_s, paying);
    EXPECT_STATUS(paid, 200);
    QCOMPARE(steps(paid.json), (QStringList{u"pending"_s, u"failed"_s, u"paid"_s}));
    const QJsonArray history = get(order)[u"history"_s].toArray();
    QCOMPARE(history[1][u"reason"_s].toString(), u"The card has expired"_s);
    QCOMPARE(history[2][u"by"_s].toString(), u"payment_provider"_s);
    QCOMPARE(history[2][u"event_id"_s].toString(), paying);
    QVERIFY(get(order)[u"checkout_url"_s].toString().isEmpty());
}

void TestOrders::usersCannotChangeTheStatus()
{
    const QString path = u"/retentions/orders/%1/status/paid"_s.arg(ordered()[u"order_id"_s].toString());
    EXPECT_PROBLEM(m_server->account(u"ada"_s).put(path, {}), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_server->staff(u"support"_s).put(path, {}), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_server->portal().put(path, {}), 401, "credential_required");
    EXPECT_STATUS(m_server->anybody().put(path, {}), 401);
}

void TestOrders::administratorsChangeTheStatus()
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

void TestOrders::expiredOrderRejectsPayment()
{
    const QJsonObject order = ordered();
    m_server->sql(
        u"UPDATE purchase_order SET expires_at = 1 WHERE order_id = '%1'"_s.arg(order[u"order_id"_s].toString()));
    EXPECT_PROBLEM(tell(order, u"paid"_s, newEvent()), 409, "step_not_allowed");
    QCOMPARE(steps(get(order)), (QStringList{u"pending"_s, u"expired"_s}));
    // An order also expires without any event.
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
    EXPECT_STATUS(tell(first, u"paid"_s, newEvent()), 200);

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

    // Other accounts see no orders; support sees all orders.
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(ada.get(path), 404);
    EXPECT_STATUS(ada.get(u"/retentions/orders/"_s + made.first()), 404);
    EXPECT_PROBLEM(ada.get(u"/retentions/orders"_s), 403, "insufficient_scope");
    const HttpClient support = m_server->staff(u"support"_s);
    EXPECT_STATUS(support.get(u"/retentions/orders/"_s + made.first()), 200);
    QCOMPARE(support.get(u"/retentions/orders?account_id="_s + lea.accountId()).items().size(), 5);
    QVERIFY(support.get(u"/retentions/orders?pagesize=100"_s).items().size() > 5);
    const QJsonObject hit = support.get(u"/support/search?q="_s + made.first()).item(0).toObject();
    QCOMPARE(hit[u"kind"_s].toString(), u"order"_s);
    QCOMPARE(hit[u"account_id"_s].toString(), lea.accountId());
    QCOMPARE(support.get(u"/support/accounts/"_s + lea.accountId()).json[u"orders"_s].toArray().size(), 5);
    EXPECT_STATUS(support.get(u"/retentions/orders?account_id=dev_1"_s), 404);
}

void TestOrders::purchasedAppWaitsForPayment()
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
    EXPECT_STATUS(tell(order, u"paid"_s, newEvent()), 200);
    EXPECT_STATUS(app.get(u"/retentions"_s), 200);
    EXPECT_STATUS(tell(order, u"refunded"_s, newEvent()), 200);
    EXPECT_STATUS(app.get(u"/retentions"_s), 403);
}

void TestOrders::aPaymentDoesNotUnblockAnApp()
{
    const QJsonObject made = m_server->account(u"ada"_s).createApp(u"Blocked"_s, {{u"type"_s, u"purchased"_s}});
    const QString path = u"/apps/"_s + made[u"app_id"_s].toString();
    const HttpClient admin = m_server->staff(u"admin"_s);
    EXPECT_STATUS(admin.put(path + u"/status/inactive"_s, {}), 200);
    EXPECT_STATUS(tell(get(made), u"paid"_s, newEvent()), 200);
    QCOMPARE(admin.get(path).json[u"status"_s].toString(), u"inactive"_s);
    EXPECT_PROBLEM(m_server->app(made).get(u"/retentions"_s), 403, "app_inactive");
    EXPECT_STATUS(admin.put(path + u"/status/active"_s, {}), 200);
    EXPECT_STATUS(m_server->app(made).get(u"/retentions"_s), 200);
}

void TestOrders::deletedAppCancelsItsOrders()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = ada.createApp(u"Regretted"_s, {{u"type"_s, u"purchased"_s}});
    EXPECT_STATUS(ada.del(u"/apps/"_s + made[u"app_id"_s].toString()), 204);
    QCOMPARE(get(made)[u"status"_s].toString(), u"cancelled"_s);
    QVERIFY(get(made)[u"checkout_url"_s].toString().isEmpty());
}

/// Both periods of a plan are paid for. Whichever is refunded, one month remains.
void TestOrders::aRefundTakesOnePeriodOnly()
{
    for (const bool firstRefunded : {true, false}) {
        const QString who = firstRefunded ? u"fritz"_s : u"frida"_s;
        const TestAccount &account = m_server->account(who);
        const auto inForce = [&] { return account.get(u"/retentions/account/"_s + account.accountId()); };
        const auto until = [&] {
            return QDateTime::fromString(inForce().json[u"until"_s].toString(), Qt::ISODateWithMs);
        };
        const QJsonObject first = ordered(who);
        EXPECT_STATUS(tell(first, u"paid"_s, newEvent()), 200);
        const QDateTime oneMonth = until();
        const QJsonObject second = ordered(who);
        EXPECT_STATUS(tell(second, u"paid"_s, newEvent()), 200);
        QCOMPARE(until(), oneMonth.addMonths(1));

        EXPECT_STATUS(tell(firstRefunded ? first : second, u"refunded"_s, newEvent()), 200);
        QVERIFY(until() >= oneMonth);
        QVERIFY(until() < oneMonth.addSecs(60)); // a period that moves forward begins at the refund
        QCOMPARE(inForce().json[u"order_id"_s], (firstRefunded ? second : first)[u"order_id"_s]);
        EXPECT_STATUS(tell(firstRefunded ? second : first, u"refunded"_s, newEvent()), 200);
        EXPECT_STATUS(inForce(), 404);
    }
}

void TestOrders::aRefundedPlanGivesWayToTheOneBefore()
{
    const TestAccount &account = m_server->account(u"gerd"_s);
    const auto plan = [&] {
        return account.get(u"/retentions/account/"_s + account.accountId()).json[u"name"_s].toString();
    };
    EXPECT_STATUS(tell(ordered(u"gerd"_s), u"paid"_s, newEvent()), 200);
    QCOMPARE(plan(), u"Home"_s);
    const Answer shop =
        account.post(u"/retentions/plan_00000000000000000000000002/account/"_s + account.accountId(), {});
    EXPECT_STATUS(tell(shop.json, u"paid"_s, newEvent()), 200);
    QCOMPARE(plan(), u"Shop"_s);
    EXPECT_STATUS(tell(shop.json, u"refunded"_s, newEvent()), 200);
    QCOMPARE(plan(), u"Home"_s);
}

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_orders.moc"
