// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"
#include "tests/support/nodescript.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// Channels by email and webhook, and their deliveries.
class ChannelsTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasNoChannelsAtFirst();
    void addsAnEmailChannel();
    void rejectsAnInvalidTarget();
    void showsTheSecretOfAWebhookOnce();
    void sendsATest();
    void showsThePayload();
    void resendsADelivery();
    void countsUnreadNotifications();
    void editsAndPausesAChannel();
    void replacesTheSecret();
    void deletesAChannel();
    void looksRight_data();
    void looksRight();

private:
    /// Returns the number of requests that the webhook has received.
    qsizetype arrived() const { return m_there->get(u"/received"_s).items().size(); }

    ChildProcess m_listener;
    QString m_address;
    std::unique_ptr<HttpClient> m_there;
};

void ChannelsTest::initTestCase()
{
    NodeScript::start(m_listener, u"webhooks"_s);
    m_address = m_listener.waitForLine("listening on ");
    m_there = std::make_unique<HttpClient>(QUrl(m_address));
    m_server = std::make_unique<TestServer>();
    const TestAccount &ada = m_server->account(u"ada"_s);
    ada.addDevice(u"Front door"_s);
    QVERIFY(openPortal(ada.email()));
    STEP(click(u"notificationsEntry"_s));
}

void ChannelsTest::hasNoChannelsAtFirst()
{
    STEP(click(u"tab2"_s));
    STEP(waitFor(u"deliveryStateBox"_s));
    m_driver->keep(u"deliveries-empty"_s);
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"emptyActionButton"_s));
    m_driver->keep(u"channels-empty"_s);
}

void ChannelsTest::addsAnEmailChannel()
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
    const QJsonObject made = m_server->account(u"ada"_s).get(u"/notifications/channels"_s).item(0).toObject();
    QCOMPARE(made[u"types"_s].toArray(), QJsonArray{u"camera.lost"_s});
    QCOMPARE(made[u"quiet_from"_s].toString(), u"22:00"_s);
}

void ChannelsTest::rejectsAnInvalidTarget()
{
    STEP(click(u"addChannelButton"_s));
    STEP(click(u"webhookChannel"_s));
    STEP(type(u"channelNameField"_s, u"My program"_s));
    STEP(type(u"channelTargetField"_s, u"ftp://example.org/"_s));
    STEP(click(u"saveChannelButton"_s));
    STEP(waitUntil(u"channelTargetField"_s, "wrong"));
    m_driver->keep(u"channel-dialog-wrong"_s);
}

void ChannelsTest::showsTheSecretOfAWebhookOnce()
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

void ChannelsTest::sendsATest()
{
    const int row = m_driver->text(u"channelName0"_s) == u"My program"_s ? 0 : 1;
    STEP(click(u"testChannel%1"_s.arg(row)));
    QTRY_COMPARE_WITH_TIMEOUT(arrived(), 1, PortalDriver::patience);
    STEP(click(u"channelDeliveries%1"_s.arg(row)));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"deliveryState0"_s), u"Delivered"_s, PortalDriver::patience);
    m_driver->keep(u"deliveries"_s);
}

void ChannelsTest::showsThePayload()
{
    STEP(click(u"deliveryEntry0"_s));
    STEP(waitFor(u"attempt0"_s));
    QVERIFY2(m_driver->text(u"attempt0"_s).contains(u"HTTP 20"_s), qPrintable(m_driver->text(u"attempt0"_s)));
    const QString payload = m_driver->text(u"payloadArea"_s);
    QVERIFY2(payload.contains(u"\"type\": "_s) && payload.contains(u"notification_id"_s), qPrintable(payload));
    m_driver->keep(u"delivery"_s);
}

void ChannelsTest::resendsADelivery()
{
    STEP(click(u"resendButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(arrived(), 2, PortalDriver::patience);
    STEP(waitFor(u"attempt1"_s)); // shown without a reload
    STEP(click(u"closeDeliveryButton"_s));
    STEP(click(u"resendAllButton"_s));
    m_driver->keep(u"deliveries-resend"_s);
    STEP(click(u"confirmButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(arrived(), 3, PortalDriver::patience);
}

void ChannelsTest::countsUnreadNotifications()
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

void ChannelsTest::editsAndPausesAChannel()
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

void ChannelsTest::replacesTheSecret()
{
    const int row = m_driver->text(u"channelName0"_s) == u"My program"_s ? 0 : 1;
    STEP(click(u"changeChannel%1"_s.arg(row)));
    STEP(click(u"rotateSecretButton"_s));
    STEP(click(u"confirmButton"_s));
    STEP(waitFor(u"channelSecret"_s));
    STEP(click(u"secretDoneButton"_s));
    STEP(waitUntilGone(u"channelSecret"_s));
}

void ChannelsTest::deletesAChannel()
{
    STEP(waitUntilGone(u"saveChannelButton"_s));
    const int row = m_driver->text(u"channelName0"_s) == u"Mail at night"_s ? 0 : 1;
    STEP(click(u"removeChannel%1"_s.arg(row)));
    STEP(click(u"confirmButton"_s));
    STEP(waitUntilGone(u"channelName1"_s));
    QCOMPARE(m_driver->text(u"channelName0"_s), u"My program"_s);
}

void ChannelsTest::looksRight_data() { addLooks(); }

void ChannelsTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"channelName0"_s));
    keepRow(u"look-channels"_s);
    STEP(click(u"changeChannel0"_s));
    STEP(waitFor(u"channelNameField"_s));
    keepRow(u"look-channel-dialog"_s);
    STEP(click(u"cancelChannelButton"_s));
    STEP(waitUntilGone(u"cancelChannelButton"_s));
    STEP(click(u"tab2"_s));
    STEP(click(u"deliveryEntry0"_s));
    STEP(waitFor(u"payloadArea"_s));
    keepRow(u"look-delivery"_s);
    STEP(click(u"closeDeliveryButton"_s));
    STEP(waitUntilGone(u"closeDeliveryButton"_s));
    keepRow(u"look-deliveries"_s);
}

int main(int argc, char *argv[]) { return runPortalTest<ChannelsTest>(argc, argv); }
#include "tst_channels.moc"
