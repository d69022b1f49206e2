// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaldriver.h"
#include "tests/support/nodescript.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

#define STEP(what) QVERIFY(m_driver->what)

/// Having notifications sent on, to a mail box and to a program that listens; and seeing what became of them.
class ChannelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_driver.reset(); }
    void thereIsNoneAtFirst();
    void aMailChannelIsAdded();
    void aWrongAddressIsSaid();
    void aWebhookShowsItsSecretOnce();
    void aTestArrives();
    void itsPayloadIsShown();
    void itIsSentAgain();
    void theBellCounts();
    void aChannelIsChangedAndPaused();
    void theSecretIsReplaced();
    void aChannelIsRemoved();
    void looksRight_data();
    void looksRight();

private:
    /// How many requests have reached the listener.
    qsizetype arrived() const { return m_there->get(u"/received"_s).items().size(); }

    ChildProcess m_listener;
    QString m_address;
    std::unique_ptr<HttpClient> m_there;
    std::unique_ptr<TestServer> m_server;
    QTemporaryDir m_dir;
    std::unique_ptr<PortalDriver> m_driver;
};

void ChannelsTest::initTestCase()
{
    NodeScript::start(m_listener, u"webhooks"_s);
    m_address = m_listener.waitForLine("listening on ");
    m_there = std::make_unique<HttpClient>(QUrl(m_address));
    m_server = std::make_unique<TestServer>();
    const TestAccount &ada = m_server->account(u"ada"_s);
    ada.addDevice(u"Front door"_s);
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
    STEP(click(u"notificationsEntry"_s));
}

void ChannelsTest::thereIsNoneAtFirst()
{
    STEP(click(u"tab2"_s));
    STEP(waitFor(u"deliveryStateBox"_s));
    m_driver->keep(u"deliveries-empty"_s);
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"emptyActionButton"_s));
    m_driver->keep(u"channels-empty"_s);
}

void ChannelsTest::aMailChannelIsAdded()
{
    STEP(click(u"emptyActionButton"_s));
    STEP(type(u"channelNameField"_s, u"My mail"_s));
    QCOMPARE(m_driver->text(u"channelTargetField"_s), m_server->account(u"ada"_s).email());
    STEP(click(u"allTypesBox"_s));
    STEP(click(u"type-camera.lost"_s));
    STEP(click(u"quietBox"_s));
    m_driver->keep(u"channel-dialog"_s);
    STEP(click(u"saveChannelButton"_s));
    STEP(waitUntilGone(u"saveChannelButton"_s));
    STEP(waitFor(u"channelName0"_s));
    const QJsonObject made = m_server->account(u"ada"_s).get(u"/notifications/channels"_s).items()[0].toObject();
    QCOMPARE(made[u"types"_s].toArray(), QJsonArray{u"camera.lost"_s});
    QCOMPARE(made[u"quiet_from"_s].toString(), u"22:00"_s);
}

void ChannelsTest::aWrongAddressIsSaid()
{
    STEP(click(u"addChannelButton"_s));
    STEP(click(u"webhookChannel"_s));
    STEP(type(u"channelNameField"_s, u"My program"_s));
    STEP(type(u"channelTargetField"_s, u"ftp://example.org/"_s));
    STEP(click(u"saveChannelButton"_s));
    STEP(waitUntil(u"channelTargetField"_s, "wrong"));
    m_driver->keep(u"channel-dialog-wrong"_s);
}

void ChannelsTest::aWebhookShowsItsSecretOnce()
{
    STEP(type(u"channelTargetField"_s, m_address + u"/good/1"_s));
    STEP(click(u"saveChannelButton"_s));
    STEP(waitFor(u"channelSecret"_s));
    const QString secret = m_driver->text(u"channelSecret"_s);
    QVERIFY(secret.startsWith(u"whsec_"_s));
    QCOMPARE(m_there->post(u"/secrets"_s, {{u"secrets"_s, QJsonArray{secret}}}).status, 200);
    m_driver->keep(u"channel-secret"_s);
    STEP(click(u"secretDoneButton"_s));
    STEP(waitUntilGone(u"channelSecret"_s));
    STEP(waitFor(u"channelName1"_s));
    m_driver->keep(u"channels"_s);
}

void ChannelsTest::aTestArrives()
{
    const int row = m_driver->text(u"channelName0"_s) == u"My program"_s ? 0 : 1;
    STEP(click(u"testChannel%1"_s.arg(row)));
    QTRY_COMPARE_WITH_TIMEOUT(arrived(), 1, PortalDriver::patience);
    STEP(click(u"channelDeliveries%1"_s.arg(row)));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"deliveryState0"_s), u"Delivered"_s, PortalDriver::patience);
    m_driver->keep(u"deliveries"_s);
}

void ChannelsTest::itsPayloadIsShown()
{
    STEP(click(u"deliveryEntry0"_s));
    STEP(waitFor(u"attempt0"_s));
    QVERIFY2(m_driver->text(u"attempt0"_s).contains(u"HTTP 20"_s), qPrintable(m_driver->text(u"attempt0"_s)));
    const QString payload = m_driver->text(u"payloadArea"_s);
    QVERIFY2(payload.contains(u"\"type\": "_s) && payload.contains(u"notification_id"_s), qPrintable(payload));
    m_driver->keep(u"delivery"_s);
}

void ChannelsTest::itIsSentAgain()
{
    STEP(click(u"resendButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(arrived(), 2, PortalDriver::patience);
    STEP(waitFor(u"attempt1"_s)); // shown by itself
    STEP(click(u"closeDeliveryButton"_s));
    STEP(click(u"resendAllButton"_s));
    m_driver->keep(u"deliveries-resend"_s);
    STEP(click(u"confirmButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(arrived(), 3, PortalDriver::patience);
}

void ChannelsTest::theBellCounts()
{
    STEP(click(u"tab0"_s));
    const HttpClient admin = m_server->staff(u"admin"_s);
    QCOMPARE(admin.post(u"/notifications"_s, {{u"title"_s, u"Maintenance tonight"_s}}).status, 201);
    STEP(waitFor(u"notificationsBadge"_s));
    STEP(waitFor(u"notificationEntry0"_s));
    m_driver->keep(u"notifications-badge"_s);
    STEP(click(u"allReadButton"_s));
    STEP(waitUntilGone(u"notificationsBadge"_s));
}

void ChannelsTest::aChannelIsChangedAndPaused()
{
    STEP(click(u"tab1"_s));
    const int row = m_driver->text(u"channelName0"_s) == u"My mail"_s ? 0 : 1;
    STEP(click(u"changeChannel%1"_s.arg(row)));
    STEP(type(u"channelNameField"_s, u"Mail at night"_s));
    STEP(click(u"allDevicesBox"_s));
    STEP(click(u"channelCamera0"_s));
    STEP(click(u"saveChannelButton"_s));
    STEP(waitUntilGone(u"saveChannelButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"channelName%1"_s.arg(row)), u"Mail at night"_s, PortalDriver::patience);
    STEP(click(u"pauseChannel%1"_s.arg(row)));
    STEP(waitFor(u"channelPaused%1"_s.arg(row)));
    m_driver->keep(u"channels-paused"_s);
}

void ChannelsTest::theSecretIsReplaced()
{
    const int row = m_driver->text(u"channelName0"_s) == u"My program"_s ? 0 : 1;
    STEP(click(u"changeChannel%1"_s.arg(row)));
    STEP(click(u"rotateSecretButton"_s));
    STEP(click(u"confirmButton"_s));
    STEP(waitFor(u"channelSecret"_s));
    STEP(click(u"secretDoneButton"_s));
    STEP(waitUntilGone(u"channelSecret"_s));
}

void ChannelsTest::aChannelIsRemoved()
{
    STEP(waitUntilGone(u"saveChannelButton"_s));
    const int row = m_driver->text(u"channelName0"_s) == u"Mail at night"_s ? 0 : 1;
    STEP(click(u"removeChannel%1"_s.arg(row)));
    STEP(click(u"confirmButton"_s));
    STEP(waitUntilGone(u"channelName1"_s));
    QCOMPARE(m_driver->text(u"channelName0"_s), u"My program"_s);
}

void ChannelsTest::looksRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Portal::ColorScheme>("colours");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en-dark-large") << u"en"_s << Portal::ColorScheme::Dark << QSize(1440, 900);
    QTest::newRow("zh_CN-light-small") << u"zh_CN"_s << Portal::ColorScheme::Light << QSize(640, 480);
}

void ChannelsTest::looksRight()
{
    QFETCH(const QString, language);
    QFETCH(const Portal::ColorScheme, colours);
    QFETCH(const QSize, size);
    m_driver->portal().setLanguage(language);
    m_driver->portal().setDarkMode(colours);
    m_driver->window()->resize(size);
    const QString dress = QString::fromLatin1(QTest::currentDataTag());
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"channelName0"_s));
    m_driver->keep(u"dress-channels-"_s + dress);
    STEP(click(u"changeChannel0"_s));
    STEP(waitFor(u"channelNameField"_s));
    m_driver->keep(u"dress-channel-dialog-"_s + dress);
    STEP(click(u"cancelChannelButton"_s));
    STEP(waitUntilGone(u"cancelChannelButton"_s));
    STEP(click(u"tab2"_s));
    STEP(click(u"deliveryEntry0"_s));
    STEP(waitFor(u"payloadArea"_s));
    m_driver->keep(u"dress-delivery-"_s + dress);
    STEP(click(u"closeDeliveryButton"_s));
    STEP(waitUntilGone(u"closeDeliveryButton"_s));
    m_driver->keep(u"dress-deliveries-"_s + dress);
}

int main(int argc, char *argv[])
{
    PortalApplication::setUp();
    QGuiApplication application(argc, argv);
    ChannelsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_channels.moc"
