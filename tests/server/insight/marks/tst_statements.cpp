// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/billing/orders/orderservice.h"
#include "server/billing/receipts/receipts.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/core/http/paging.h"
#include "server/core/net/hostresolver.h"
#include "server/core/net/webclient.h"
#include "server/identity/access/eventaudience.h"
#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/sessions.h"
#include "server/insight/actions/actionservice.h"
#include "server/notifications/channelservice.h"
#include "server/notifications/deliverer.h"
#include "server/notifications/notificationservice.h"
#include "tests/server/core/db/statementcount.h"
#include "tests/server/insight/marks/marksfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int few = 1;
constexpr int many = 30;

PageRequest pageOf(int rows)
{
    PageRequest page;
    page.pageSize = rows;
    return page;
}

Caller callerOf(const MarksFixture::Person &person)
{
    return {.kind = Caller::Kind::User,
            .accountId = person.account,
            .userId = person.user,
            .mainUser = true,
            .scopes = person.scopes};
}
}

/// A page needs as many SQL statements for thirty rows as for one.
class TestStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void ordersWithTheirHistory();
    void actionsOfDevices();
    void viewersOfEvents();
    void devicesOfASharedGroup();
    void notificationsWithTheirReaders();
    void devicesOfAChannel();
    void digests();
    void looksOfStaff();

private:
    /// Compares the statements of the work over one object and over thirty.
    void costsTheSame(const std::function<void(int count)> &work);
    QList<Device> addDevices(int count);
    void share(const Device &device);
    void addOrders(const MarksFixture::Person &person, int count);
    void addDeliveries(NotificationChannelId channel, int count);

    QTemporaryDir m_folder;
    HostResolver m_hosts;
    QHash<QString, std::shared_ptr<MarksFixture>> m_fixtures; ///< by engine, because a database takes time to create
    std::shared_ptr<MarksFixture> m_fixture;
    std::unique_ptr<ServerKey> m_key;
    std::unique_ptr<DeviceService> m_devices;
};

void TestStatements::init()
{
    QFETCH_GLOBAL(const QString, engine);
    m_devices.reset();
    auto &fixture = m_fixtures[engine];
    if (!fixture)
        fixture = std::make_shared<MarksFixture>(engine);
    m_fixture = fixture;
    m_fixture->database.exec(
        "UPDATE account SET status = 'active', name = 'Ada'"); // an account that is not active shares nothing
    m_key = std::make_unique<ServerKey>(ServerKey::load(m_folder.filePath(u"key"_s)));
    m_devices =
        std::make_unique<DeviceService>(m_fixture->database, m_fixture->events, *m_key,
                                        SourcePolicy(true, false, m_hosts), std::chrono::hours(24), m_fixture->caps);
}

void TestStatements::costsTheSame(const std::function<void(int)> &work)
{
    const int one = statementsOf(m_fixture->database, [&] { work(few); });
    const int thirty = statementsOf(m_fixture->database, [&] { work(many); });
    QVERIFY(one > 0);
    QCOMPARE(thirty, one);
}

QList<Device> TestStatements::addDevices(int count)
{
    QList<Device> devices;
    for (int i = 0; i < count; ++i)
        devices += m_fixture->addDevice(m_fixture->ada);
    return devices;
}

/// Shares a device of Ada with Bea.
void TestStatements::share(const Device &device)
{
    Share share;
    share.shareId = ShareId::generate();
    share.accountId = device.accountId;
    share.deviceId = device.deviceId;
    share.user = u"bea@example.org"_s;
    share.createdAt = Times::now();
    share.updatedAt = share.createdAt;
    ShareStore(m_fixture->database).put(share, {});
}

void TestStatements::addOrders(const MarksFixture::Person &person, int count)
{
    OrderStore store(m_fixture->database);
    for (int i = 0; i < count; ++i) {
        Order order;
        order.orderId = OrderId::generate();
        order.accountId = person.account;
        order.title = u"Home"_s;
        order.currency = u"EUR"_s;
        order.createdAt = Times::now();
        order.updatedAt = order.createdAt;
        order.expiresAt = order.createdAt.addDays(1);
        store.insert(order);
        OrderStep step;
        step.orderId = order.orderId;
        step.number = 1;
        step.at = order.createdAt;
        store.insertStep(step);
    }
}

void TestStatements::ordersWithTheirHistory()
{
    Database &database = m_fixture->database;
    Sessions sessions(database, *m_key, {});
    AppTokens tokens(database, std::chrono::hours(1));
    Receipts receipts(database, {});
    Fulfilment fulfilment(database, sessions, tokens, m_fixture->events, receipts);
    OrderService orders(database, fulfilment, m_fixture->events,
                        Checkout({}, QUrl(u"http://127.0.0.1"_s), m_fixture->links), {}, m_fixture->caps);
    addOrders(m_fixture->bea, few);
    addOrders(m_fixture->ada, many);
    costsTheSame([&](int count) {
        const auto &person = count == few ? m_fixture->bea : m_fixture->ada;
        OrderQuery query;
        query.account = person.account;
        const auto page = orders.ofAccount(callerOf(person), query, pageOf(50));
        QCOMPARE(page.orders.size(), count);
        for (const Order &order : page.orders) {
            QCOMPARE(order.history.size(), 1);
            QCOMPARE(order.history.constFirst().orderId, order.orderId);
        }
    });
}

void TestStatements::actionsOfDevices()
{
    ActionJournal journal(m_folder.filePath(u"actions"_s));
    ActionService actions(m_fixture->database, journal, *m_devices);
    const QList<Device> devices = addDevices(many);
    for (const Device &device : devices)
        share(device);
    for (const auto &person : {m_fixture->ada, m_fixture->bea}) {
        costsTheSame([&](int count) {
            ActionBatch batch;
            for (const Device &device : devices.first(count)) {
                Action action;
                action.type = u"door.opened"_s;
                action.deviceId = device.deviceId;
                batch.actions += action;
            }
            QCOMPARE(actions.record(callerOf(person), batch).recorded, count);
        });
    }
}

void TestStatements::viewersOfEvents()
{
    EventAudience audience(m_fixture->database);
    QList<EventRow> events;
    for (const Device &device : addDevices(many)) {
        share(device);
        EventRow event;
        event.accountId = device.accountId;
        event.deviceId = device.deviceId;
        event.type = u"device.state"_s;
        events += event;
        event.deviceId = {};
        event.person = events.size() % 4 == 1 ? m_fixture->bea.user.toString() : u"bea@example.org"_s;
        event.type = u"device.shared"_s;
        events += event;
    }
    costsTheSame([&](int count) {
        QList<EventRow> some = events.first(2 * count);
        audience.findViewers(some);
        for (const EventRow &event : some)
            QCOMPARE(event.viewers, QList<UserId>{m_fixture->bea.user});
    });
}

void TestStatements::devicesOfASharedGroup()
{
    const DeviceGroupId small = m_fixture->addGroup(m_fixture->ada);
    const DeviceGroupId large = m_fixture->addGroup(m_fixture->ada);
    m_fixture->addDevice(m_fixture->ada, small);
    for (int i = 0; i < many; ++i)
        m_fixture->addDevice(m_fixture->ada, large);
    for (const DeviceGroupId group : {small, large}) {
        Share share;
        share.shareId = ShareId::generate();
        share.accountId = m_fixture->ada.account;
        share.devgroupId = group;
        share.user = u"bea@example.org"_s;
        share.createdAt = Times::now();
        share.updatedAt = share.createdAt;
        ShareStore(m_fixture->database).put(share, {});
    }
    costsTheSame([&](int count) {
        const QList<Device> devices = m_devices->inGroup(callerOf(m_fixture->bea), count == few ? small : large);
        QCOMPARE(devices.size(), count);
        for (const Device &device : devices) {
            QVERIFY(device.sourceUrl.isEmpty());
            QVERIFY(!device.streams.mjpeg.isEmpty()); // because it is shared
        }
    });
}

void TestStatements::addDeliveries(NotificationChannelId channel, int count)
{
    DeliveryStore store(m_fixture->database);
    for (int i = 0; i < count; ++i) {
        Notification notification;
        notification.notificationId = NotificationId::generate();
        notification.accountId = m_fixture->ada.account;
        notification.type = Topics::name(Topic::CameraLost);
        notification.title = u"Door %1"_s.arg(i);
        notification.createdAt = Times::now();
        notification.updatedAt = notification.createdAt;
        m_fixture->database.insert(notification);
        if (channel.isNull())
            continue;
        NotificationDelivery delivery;
        delivery.deliveryId = NotificationDeliveryId::generate();
        delivery.notificationId = notification.notificationId;
        delivery.channelId = channel;
        delivery.accountId = notification.accountId;
        delivery.type = notification.type;
        delivery.createdAt = notification.createdAt;
        delivery.updatedAt = notification.createdAt;
        delivery.dueAt = notification.createdAt;
        store.insert(delivery);
    }
}

void TestStatements::notificationsWithTheirReaders()
{
    NotificationService notifications(m_fixture->database, {});
    addDeliveries({}, many);
    costsTheSame([&](int count) {
        NotificationQuery query;
        query.account = m_fixture->ada.account;
        const auto page = notifications.list(callerOf(m_fixture->ada), query, pageOf(count));
        QCOMPARE(page.notifications.size(), std::min(count + 1, many));
    });
}

void TestStatements::devicesOfAChannel()
{
    ChannelService channels(m_fixture->database, *m_key, m_hosts, true, m_fixture->caps);
    const QList<Device> devices = addDevices(many);
    costsTheSame([&](int count) {
        NotificationChannel channel;
        channel.kind = NotificationChannel::Kind::Email;
        channel.target = u"ada@example.org"_s;
        for (const Device &device : devices.first(count))
            channel.devices += device.deviceId;
        QCOMPARE(channels.add(callerOf(m_fixture->ada), channel).devices.size(), count);
    });
}

/// More than twenty deliveries go as one digest.
void TestStatements::digests()
{
    const WebClient web(m_hosts);
    Deliverer deliverer(m_fixture->database, *m_key, m_fixture->files, std::chrono::seconds(1), web);
    ChannelService channels(m_fixture->database, *m_key, m_hosts, true, m_fixture->caps);
    const auto channel = [&] {
        NotificationChannel wanted;
        wanted.kind = NotificationChannel::Kind::Email;
        wanted.target = u"ada@example.org"_s;
        return channels.add(callerOf(m_fixture->ada), wanted).channelId;
    };
    const NotificationChannelId small = channel();
    const NotificationChannelId large = channel();
    addDeliveries(small, 21 + few);
    addDeliveries(large, 21 + many);
    costsTheSame([&](int count) { deliverer.deliverNext(count == few ? small : large, false); });
    QCOMPARE(m_fixture->database.value("SELECT count(*) FROM notification_delivery WHERE state = 'digested'").toInt(),
             20 + few + 20 + many);
    QCOMPARE(m_fixture->database.value("SELECT count(*) FROM job WHERE kind = 'mail'").toInt(), 2);
}

void TestStatements::looksOfStaff()
{
    AuditLog log(m_fixture->database);
    const UserId staff = m_fixture->bea.user;
    for (const bool pictures : {true, false}) {
        for (int i = 0; i < many; ++i) {
            log.record({.action = AuditEntry::Action::SupportViewed,
                        .accountId = m_fixture->ada.account,
                        .actorUserId = i % 2 ? staff : m_fixture->ann.user,
                        .object = u"dev_%1"_s.arg(i),
                        .detail = {{u"pictures"_s, pictures && i == 1}}});
        }
        const auto hasLooked = [&](const QString &object) {
            bool looked = false;
            const int statements = statementsOf(m_fixture->database, [&] {
                looked = log.hasLooked(staff, m_fixture->ada.account, object, true, Times::now().addSecs(-60));
            });
            return statements == 1 && looked;
        };
        QVERIFY(hasLooked(u"dev_1"_s));
        QVERIFY(!hasLooked(u"dev_3"_s)); // the staff member has not seen pictures
        QVERIFY(!hasLooked(u"dev_2"_s)); // another staff member has
    }
}

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
