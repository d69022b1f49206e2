// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"
#include "tests/support/plainbrowser.h"

#include <QDesktopServices>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

/// Buys a plan: from the list of plans over the test payment page to the receipt and the notification.
class BuyingTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void ordersAPlan();
    void showsThePaymentFromTheCheckoutPage();
    void savesTheReceipt();
    void showsTheNotification();
    void looksRight_data();
    void looksRight();

public Q_SLOTS:
    /// Receives URLs instead of the browser.
    void open(const QUrl &url) { m_checkout = url; }

private:
    QUrl m_checkout;
};

void BuyingTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QDesktopServices::setUrlHandler(u"http"_s, this, "open");
    m_server = std::make_unique<TestServer>();
    const TestAccount &ada = m_server->account(u"ada"_s);
    QVERIFY(openPortal(ada.email()));
    STEP(waitFor(u"accountEntry"_s));
}

void BuyingTest::cleanupTestCase()
{
    QDesktopServices::unsetUrlHandler(u"http"_s);
    PortalTest::cleanupTestCase();
}

void BuyingTest::ordersAPlan()
{
    STEP(click(u"notificationsEntry"_s));
    STEP(waitFor(u"unreadOnlyBox"_s));
    m_driver->keep(u"notifications-empty"_s);
    STEP(click(u"accountEntry"_s));
    STEP(click(u"plansEntry"_s));
    STEP(click(u"tab1"_s));
    m_driver->keep(u"orders-empty"_s);
    STEP(click(u"tab0"_s));
    STEP(waitFor(u"planName0"_s));
    m_driver->keep(u"plans"_s);
    // An order is placed only once it is confirmed.
    STEP(click(u"orderButton1"_s));
    STEP(waitFor(u"confirmButton"_s));
    m_driver->keep(u"order-confirm"_s);
    m_driver->press(Qt::Key_Escape);
    STEP(waitUntilGone(u"confirmButton"_s));
    QVERIFY(m_checkout.isEmpty());
    STEP(click(u"orderButton1"_s));
    STEP(click(u"confirmButton"_s));
    STEP(waitFor(u"payButton0"_s));
    QVERIFY(m_checkout.path().startsWith(u"/checkout/ord_"_s));
    m_driver->keep(u"orders-pending"_s);
}

void BuyingTest::showsThePaymentFromTheCheckoutPage()
{
    PlainBrowser browser;
    QCOMPARE(browser.submit(m_checkout, "outcome=paid").status, 200);
    // Events update the page.
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"orderStatus0"_s), u"Paid"_s, PortalDriver::patience);
    STEP(waitUntilGone(u"payButton0"_s));
    m_driver->keep(u"orders-paid"_s);
}

void BuyingTest::savesTheReceipt()
{
    const QDir downloads(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    STEP(click(u"receiptButton0"_s));
    const auto receipts = [&downloads] { return downloads.entryList({u"receipt-ord_*.pdf"_s}, QDir::Files); };
    QTRY_VERIFY(!receipts().isEmpty());
    for (const QString &name : receipts()) {
        QFile file(downloads.filePath(name));
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QVERIFY(file.remove());
    }
    m_driver->keep(u"orders-receipt"_s);
}

void BuyingTest::showsTheNotification()
{
    STEP(click(u"notificationsEntry"_s));
    STEP(waitFor(u"notificationEntry0"_s));
    QCOMPARE(m_driver->property(u"unreadDot0"_s, "opacity").toDouble(), 1.0);
    m_driver->keep(u"notifications"_s);
    STEP(click(u"allReadButton"_s));
    STEP(waitUntilGone(u"unreadDot0"_s));
    STEP(click(u"unreadOnlyBox"_s));
    STEP(waitUntilGone(u"notificationEntry0"_s));
    STEP(click(u"unreadOnlyBox"_s));
}

void BuyingTest::looksRight_data() { addLooks(); }

void BuyingTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(click(u"accountEntry"_s));
    STEP(click(u"plansEntry"_s));
    STEP(waitFor(u"planName0"_s));
    keepRow(u"look-plans"_s);
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"receiptButton0"_s));
    keepRow(u"look-orders"_s);
    STEP(click(u"notificationsEntry"_s));
    STEP(waitFor(u"notificationEntry0"_s));
    keepRow(u"look-notifications"_s);
}

int main(int argc, char *argv[]) { return runPortalTest<BuyingTest>(argc, argv); }
#include "tst_buying.moc"
