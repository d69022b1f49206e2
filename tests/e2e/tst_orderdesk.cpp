// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"

using namespace Qt::StringLiterals;

/// The orders of all accounts and the plans for sale, as administrators and support staff see them.
class OrderDeskTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isEmptyAtFirst();
    void listsAndFiltersOrders();
    void changesTheStatus();
    void showsTheOrdersOfAnAccount();
    void findsAnOrder();
    void addsAndWithdrawsAPlan();
    void looksRight_data();
    void looksRight();
    void isReadOnlyForSupport();

private:
    QString orderPlan(const TestAccount &account, int plan) const;

    QString m_order;
};

void OrderDeskTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    for (const QString &role : {u"admin"_s, u"support"_s})
        QVERIFY(createUser(role, role + u"@example.org"_s));
    QVERIFY(openPortal(u"admin@example.org"_s));
}

QString OrderDeskTest::orderPlan(const TestAccount &account, int plan) const
{
    const QString id = account.get(u"/retentions"_s).item(plan)[u"retention_id"_s].toString();
    return account.post(u"/retentions/%1/account/%2"_s.arg(id, account.accountId()), {}).json[u"order_id"_s].toString();
}

void OrderDeskTest::isEmptyAtFirst()
{
    STEP(click(u"supportEntry"_s));
    STEP(waitFor(u"supportSearchField"_s));
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"orderStatusBox"_s));
    m_driver->keep(u"desk-orders-empty"_s);
}

void OrderDeskTest::listsAndFiltersOrders()
{
    m_order = orderPlan(m_server->account(u"ada"_s), 1);
    QVERIFY(!m_order.isEmpty());
    const QString other = orderPlan(m_server->account(u"bea"_s), 2);
    const HttpClient admin = m_server->staff(u"admin"_s);
    QCOMPARE(
        admin.put(u"/retentions/orders/%1/status/cancelled"_s.arg(other), {{u"reason"_s, u"By telephone"_s}}).status,
        200);
    STEP(click(u"supportEntry"_s));
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"deskOrder1"_s));
    m_driver->keep(u"desk-orders"_s);
    // The entry below "All states" is "Awaiting payment".
    STEP(click(u"orderStatusBox"_s));
    m_driver->press(Qt::Key_Down);
    m_driver->press(Qt::Key_Return);
    STEP(waitUntilGone(u"deskOrder1"_s));
    STEP(waitFor(u"deskOrder0"_s));
}

void OrderDeskTest::changesTheStatus()
{
    STEP(click(u"deskOrder0"_s));
    STEP(waitFor(u"step-paid"_s));
    QVERIFY(!m_driver->find(u"step-refunded"_s)); // only a paid order can be refunded
    m_driver->keep(u"desk-order"_s);
    STEP(click(u"step-paid"_s));
    QVERIFY(!m_driver->property(u"confirmStepButton"_s, "enabled").toBool()); // requires a reason
    STEP(type(u"stepReasonField"_s, u"Paid by bank transfer"_s));
    m_driver->keep(u"desk-order-step"_s);
    STEP(click(u"confirmStepButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"orderStatusLabel"_s), u"Paid"_s, patience);
    STEP(waitFor(u"step-refunded"_s));
    STEP(waitFor(u"orderStep1"_s));
    QVERIFY(m_driver->property(u"orderStep1"_s, "detail").toString().contains(u"Paid by bank transfer"_s));
    QCOMPARE(m_server->account(u"ada"_s).get(u"/retentions/orders/"_s + m_order).json[u"status"_s].toString(),
             u"paid"_s);
    m_driver->keep(u"desk-order-paid"_s);
}

void OrderDeskTest::showsTheOrdersOfAnAccount()
{
    STEP(click(u"orderAccountButton"_s));
    STEP(click(u"accountOrder0"_s));
    STEP(waitFor(u"orderStatusLabel"_s));
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"accountOrder0"_s));
    m_driver->keep(u"desk-account"_s);
}

void OrderDeskTest::findsAnOrder()
{
    STEP(click(u"supportEntry"_s));
    STEP(type(u"supportSearchField"_s, m_order));
    STEP(waitFor(u"supportHit0"_s));
    m_driver->keep(u"desk-search"_s);
    STEP(click(u"supportHit0"_s));
    STEP(waitFor(u"orderStatusLabel"_s));
    QCOMPARE(m_driver->text(u"orderStatusLabel"_s), u"Paid"_s);
}

void OrderDeskTest::addsAndWithdrawsAPlan()
{
    const auto onSale = [this] { return m_server->account(u"ada"_s).get(u"/retentions"_s).items().size(); };
    const qsizetype before = onSale();
    STEP(click(u"supportEntry"_s));
    STEP(click(u"tab2"_s));
    STEP(waitFor(u"deskPlan0"_s));
    m_driver->keep(u"desk-plans"_s);
    STEP(click(u"addPlanButton"_s));
    STEP(type(u"planNameField"_s, u"Weekend"_s));
    STEP(type(u"planPriceField"_s, u"1.50"_s));
    STEP(type(u"planDaysField"_s, u"3"_s));
    m_driver->keep(u"desk-plan-dialog"_s);
    STEP(click(u"savePlanButton"_s));
    STEP(waitUntilGone(u"savePlanButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(onSale(), before + 1, patience);
    int row = -1;
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->find(u"deskPlan%1"_s.arg(before)), patience);
    for (int i = 0; i <= before; ++i) {
        if (m_driver->text(u"deskPlan%1"_s.arg(i)) == u"Weekend"_s)
            row = i;
    }
    QVERIFY(row >= 0);
    STEP(click(u"withdrawPlan%1"_s.arg(row)));
    STEP(click(u"confirmButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(onSale(), before, patience);
    STEP(waitUntilGone(u"deskPlan%1"_s.arg(before)));
}

void OrderDeskTest::looksRight_data() { addLooks(); }

void OrderDeskTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(click(u"supportEntry"_s));
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"deskOrder0"_s));
    keepRow(u"look-desk-orders"_s);
    STEP(click(u"deskOrder0"_s));
    STEP(waitFor(u"orderStatusLabel"_s));
    keepRow(u"look-desk-order"_s);
    STEP(click(u"backButton"_s));
    STEP(click(u"tab2"_s));
    STEP(click(u"addPlanButton"_s));
    STEP(waitFor(u"planNameField"_s));
    keepRow(u"look-desk-plan"_s);
    STEP(click(u"cancelPlanButton"_s));
    STEP(waitUntilGone(u"cancelPlanButton"_s));
}

void OrderDeskTest::isReadOnlyForSupport()
{
    m_driver->portal().setLanguage(u"en"_s);
    STEP(click(u"userMenuButton"_s));
    STEP(click(u"signOutItem"_s));
    STEP(signIn(u"support@example.org"_s));
    STEP(click(u"supportEntry"_s));
    STEP(type(u"supportSearchField"_s, m_order));
    STEP(click(u"supportHit0"_s));
    STEP(waitFor(u"orderStep1"_s));
    QVERIFY(!m_driver->find(u"step-refunded"_s));
    m_driver->keep(u"desk-order-support"_s);
    STEP(click(u"supportEntry"_s));
    STEP(waitFor(u"tab1"_s));
    QVERIFY(!m_driver->find(u"tab2"_s));
}

int main(int argc, char *argv[]) { return runPortalTest<OrderDeskTest>(argc, argv); }
#include "tst_orderdesk.moc"
