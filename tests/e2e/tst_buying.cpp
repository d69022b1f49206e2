// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"
#include "tests/support/plainbrowser.h"

#include <QDesktopServices>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

/// Buys a plan and an app: over the test payment page to the receipt and the notification. Tries an app with a sandbox
/// camera.
class BuyingTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void ordersAPlan();
    void showsThePaymentFromTheCheckoutPage();
    void savesTheReceipt();
    void buysAnApp();
    void addsASandboxCamera();
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

/// Registers an app and pays for it in one page.
void BuyingTest::buysAnApp()
{
    STEP(click(u"appsEntry"_s));
    STEP(click(u"emptyActionButton"_s));
    STEP(type(u"appNameField"_s, u"Front door"_s));
    STEP(click(u"purchasedChoice"_s));
    STEP(waitFor(u"lackingLabel"_s));
    QVERIFY(!m_driver->property(u"createAppButton"_s, "enabled").toBool());
    m_driver->keep(u"app-buy-lacking"_s);
    STEP(type(u"billingLine1Field"_s, u"12 St James Square"_s));
    STEP(type(u"billingPostalCodeField"_s, u"SW1Y 4JH"_s));
    STEP(type(u"billingCityField"_s, u"London"_s));
    STEP(type(u"billingCountryField"_s, u"gb"_s));
    STEP(type(u"paymentMethodField"_s, u"tok_example"_s));
    STEP(waitUntil(u"createAppButton"_s, "enabled"));
    m_driver->keep(u"app-buy"_s);
    m_checkout.clear();
    STEP(click(u"createAppButton"_s));
    STEP(click(u"purchasePayButton"_s));
    QVERIFY(m_checkout.path().startsWith(u"/checkout/ord_"_s));
    m_driver->keep(u"app-pay"_s);
    PlainBrowser browser;
    QCOMPARE(browser.submit(m_checkout, "outcome=paid").status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"purchaseStatus"_s), u"Paid"_s, PortalDriver::patience);
    STEP(click(u"purchaseReceiptButton"_s));
    STEP(waitFor(u"purchaseSavedLabel"_s));
    m_driver->keep(u"app-paid"_s);
    const QDir downloads(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    for (const QString &name : downloads.entryList({u"receipt-ord_*.pdf"_s}, QDir::Files))
        QVERIFY(QFile::remove(downloads.filePath(name)));
    STEP(click(u"appDoneButton"_s));
    STEP(waitFor(u"appEntry0"_s));
}

/// Tries an app before it is bought: adds a sandbox camera, and looks at the marks to expect.
void BuyingTest::addsASandboxCamera()
{
    m_server->account(u"ada"_s).createApp(u"Viewer"_s);
    STEP(click(u"accountEntry"_s));
    STEP(click(u"appsEntry"_s));
    STEP(click(u"appEntry0"_s)); // the newest
    STEP(click(u"addSandboxButton"_s));
    STEP(waitUntil(u"confirmSandboxButton"_s, "enabled"));
    m_driver->keep(u"sandbox-add"_s);
    STEP(click(u"confirmSandboxButton"_s));
    STEP(click(u"expectButton0"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"expectedList"_s, "count").toInt() >= 20, PortalDriver::patience);
    m_driver->keep(u"sandbox-expected"_s);
    STEP(click(u"closeExpectedButton"_s));
    STEP(click(u"deleteSandboxButton0"_s));
    STEP(click(u"confirmButton"_s));
    STEP(waitFor(u"noSandboxLabel"_s));
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
