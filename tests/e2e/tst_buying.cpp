// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaldriver.h"
#include "tests/support/plainbrowser.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

#define STEP(what) QVERIFY(m_driver->what)

/// Buying a plan, from the list of plans over the test payment provider's page to the receipt; and being told of it.
class BuyingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aPlanIsOrdered();
    void itIsPaidElsewhere();
    void theReceiptIsSaved();
    void theNotificationIsThere();
    void looksRight_data();
    void looksRight();

public Q_SLOTS:
    /// In place of the browser.
    void open(const QUrl &url) { m_checkout = url; }

private:
    std::unique_ptr<TestServer> m_server;
    QTemporaryDir m_dir;
    std::unique_ptr<PortalDriver> m_driver;
    QUrl m_checkout;
};

void BuyingTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QDesktopServices::setUrlHandler(u"http"_s, this, "open");
    m_server = std::make_unique<TestServer>();
    const TestAccount &ada = m_server->account(u"ada"_s);
    PortalArguments arguments;
    arguments.server = m_server->base().adjusted(QUrl::RemovePath);
    arguments.dataDir = m_dir.path();
    arguments.tokens = TokenStore::Place::File;
    m_driver = std::make_unique<PortalDriver>(arguments);
    QVERIFY(m_driver->start());
    m_driver->portal().setLanguage(u"en"_s);
    m_driver->portal().setDarkMode(Portal::ColorScheme::Light);
    m_driver->window()->resize(1200, 860);
    STEP(click(u"signInChoice"_s));
    STEP(type(u"emailField"_s, ada.email()));
    STEP(type(u"passwordField"_s, TestAccount::password()));
    STEP(click(u"signInButton"_s));
    STEP(waitFor(u"plansEntry"_s));
}

void BuyingTest::cleanupTestCase()
{
    QDesktopServices::unsetUrlHandler(u"http"_s);
    m_driver.reset();
}

void BuyingTest::aPlanIsOrdered()
{
    STEP(click(u"notificationsEntry"_s));
    STEP(waitFor(u"unreadOnlyBox"_s));
    m_driver->keep(u"notifications-empty"_s);
    STEP(click(u"plansEntry"_s));
    STEP(click(u"tab1"_s));
    m_driver->keep(u"orders-empty"_s);
    STEP(click(u"tab0"_s));
    STEP(waitFor(u"planName0"_s));
    m_driver->keep(u"plans"_s);
    STEP(click(u"orderButton1"_s));
    STEP(waitFor(u"payButton0"_s));
    QVERIFY(m_checkout.path().startsWith(u"/checkout/ord_"_s));
    m_driver->keep(u"orders-pending"_s);
}

void BuyingTest::itIsPaidElsewhere()
{
    PlainBrowser browser;
    QCOMPARE(browser.submit(m_checkout, "outcome=paid").status, 200);
    // The page hears of it by itself.
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"orderStatus0"_s), u"Paid"_s, PortalDriver::patience);
    STEP(waitUntilGone(u"payButton0"_s));
    m_driver->keep(u"orders-paid"_s);
}

void BuyingTest::theReceiptIsSaved()
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

void BuyingTest::theNotificationIsThere()
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

void BuyingTest::looksRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Portal::ColorScheme>("colours");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en-dark-large") << u"en"_s << Portal::ColorScheme::Dark << QSize(1440, 900);
    QTest::newRow("zh_CN-light-small") << u"zh_CN"_s << Portal::ColorScheme::Light << QSize(640, 480);
}

void BuyingTest::looksRight()
{
    QFETCH(const QString, language);
    QFETCH(const Portal::ColorScheme, colours);
    QFETCH(const QSize, size);
    m_driver->portal().setLanguage(language);
    m_driver->portal().setDarkMode(colours);
    m_driver->window()->resize(size);
    const QString dress = QString::fromLatin1(QTest::currentDataTag());
    STEP(click(u"plansEntry"_s));
    STEP(waitFor(u"planName0"_s));
    m_driver->keep(u"dress-plans-"_s + dress);
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"receiptButton0"_s));
    m_driver->keep(u"dress-orders-"_s + dress);
    STEP(click(u"notificationsEntry"_s));
    STEP(waitFor(u"notificationEntry0"_s));
    m_driver->keep(u"dress-notifications-"_s + dress);
}

int main(int argc, char *argv[])
{
    PortalApplication::setUp();
    QGuiApplication application(argc, argv);
    BuyingTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_buying.moc"
