// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notifier.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/notifications/cameranews.h"
#include "server/notifications/channelstore.h"
#include "server/notifications/deliverystore.h"
#include "server/notifications/quiethours.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int announcedAtOnce = 200;

/// Returns the API path of the object of a notification.
QString linkOf(const Notification &notification)
{
    const QString &object = notification.object;
    if (object.startsWith(u"mark_"_s))
        return u"/device-marks/%1/triggered/account/%2/detail"_s.arg(object, notification.accountId.toString());
    if (object.startsWith(u"ord_"_s))
        return u"/retentions/orders/"_s + object;
    if (object.startsWith(u"app_"_s))
        return u"/apps/"_s + object;
    if (object.startsWith(u"job_"_s))
        return u"/face/jobs/"_s + object;
    return notification.deviceId.isNull() ? QString() : u"/devices/"_s + notification.deviceId.toString();
}
}

EventObserver Notifier::observer(std::chrono::milliseconds cameraSettles)
{
    return [cameraSettles](Database &database, const EventRow &event, const Headline &headline) {
        if (cameraSettles.count() > 0 && CameraNews::concerns(headline))
            CameraNews(database, cameraSettles).changed(event.accountId, event.deviceId, headline);
        else
            Notifier(database).record({event.accountId, event.deviceId, headline});
    };
}

Notification Notifier::record(const Occurrence &occurrence)
{
    const Headline &headline = occurrence.headline;
    Notification notification;
    notification.notificationId = NotificationId::generate();
    notification.accountId = occurrence.accountId;
    notification.type = Topics::name(headline.topic);
    notification.deviceId = occurrence.deviceId;
    notification.object = headline.object;
    notification.title = headline.title;
    notification.text = headline.text;
    notification.data = headline.data;
    notification.link = linkOf(notification);
    notification.createdAt = Times::now();
    notification.updatedAt = notification.createdAt;
    const auto replaced = headline.topic == Topic::MarkClosed ? unlist(headline.object) : QList<NotificationId>();
    notification.sequence = nextSequence(occurrence.deviceId);
    m_database.insert(notification);
    if (headline.topic == Topic::MarkUpdated)
        m_database.exec("UPDATE notification SET listed = false WHERE notification_id = ?",
                        notification.notificationId);
    for (const NotificationId each : replaced)
        m_database.exec("INSERT INTO notification_read (user_id, notification_id, read_at) SELECT user_id, "
                        "CAST(? AS TEXT), read_at FROM notification_read WHERE notification_id = ? "
                        "ON CONFLICT DO NOTHING",
                        notification.notificationId, each);
    plan(notification);
    recordEvent(notification);
    return notification;
}

/// Takes the notifications of an object off the list, and returns them. Who has read one of them has read the one that
/// replaces it.
QList<NotificationId> Notifier::unlist(const QString &object)
{
    QList<NotificationId> found;
    for (const Notification &each : m_database.select<Notification>(
             "SELECT * FROM notification WHERE object = ? AND object <> '' AND listed = true ORDER BY notification_id"
                 + m_database.forUpdate(),
             object)) {
        m_database.exec("UPDATE notification SET listed = false WHERE notification_id = ?", each.notificationId);
        found += each.notificationId;
    }
    return found;
}

void Notifier::recordEvent(const Notification &notification)
{
    EventStore events(m_database, m_outlet);
    const QString type = u"notification.created"_s;
    QJsonObject payload{{u"notification_id"_s, notification.notificationId.toString()}, {u"type"_s, notification.type}};
    if (!notification.deviceId.isNull())
        payload.insert(u"device_id"_s, notification.deviceId.toString());
    if (notification.accountId.isNull())
        events.recordForEverybody(type, payload);
    else
        events.record(notification.accountId, type, payload);
}

/// Returns the next sequence number of a device. The row stays locked until the end of the transaction, so that the
/// numbers have neither gaps nor duplicates.
qint64 Notifier::nextSequence(DeviceId device)
{
    if (device.isNull())
        return 0;
    return m_database
        .value("INSERT INTO notification_sequence (device_id, last) VALUES (?, 1) ON CONFLICT (device_id) DO UPDATE "
               "SET last = notification_sequence.last + 1 RETURNING last",
               device)
        .toLongLong();
}

void Notifier::plan(const Notification &notification)
{
    if (notification.accountId.isNull()) {
        JobStore(m_database).enqueue(announcement, {.key = notification.notificationId.toString()});
        return;
    }
    for (const PlannedChannel &channel : ChannelStore(m_database).wanting(notification))
        plan(notification, channel);
}

void Notifier::plan(const Notification &notification, const PlannedChannel &channel)
{
    NotificationDelivery delivery;
    delivery.deliveryId = NotificationDeliveryId::generate();
    delivery.notificationId = notification.notificationId;
    delivery.channelId = channel.channelId;
    delivery.accountId = channel.accountId;
    delivery.type = notification.type;
    delivery.createdAt = notification.createdAt;
    delivery.updatedAt = notification.createdAt;
    delivery.dueAt = QuietHours(channel.quietFrom, channel.quietTo, channel.timeZone).end(notification.createdAt);
    DeliveryStore(m_database).insert(delivery);
}

void Notifier::announce(NotificationId notification, const std::atomic_bool &stopping)
{
    NotificationChannelId last;
    do {
        if (stopping)
            throw std::runtime_error("the server stops");
        last = inTransaction(m_database, [&] { return announceAfter(notification, last); });
    } while (!last.isNull());
}

/// The last channel of this batch; null when there are no more.
NotificationChannelId Notifier::announceAfter(NotificationId id, NotificationChannelId after)
{
    // Locked, so that a withdrawal finds either all deliveries of the batch or none.
    const auto notification = m_database.one<Notification>(
        "SELECT * FROM notification WHERE notification_id = ? AND withdrawn_at IS NULL" + m_database.forUpdate(), id);
    if (!notification)
        return {};
    const auto channels = ChannelStore(m_database).enabledAfter(*notification, after, announcedAtOnce);
    for (const PlannedChannel &channel : channels) {
        if (channel.wants(*notification) && !DeliveryStore(m_database).isPlanned(id, channel.channelId))
            plan(*notification, channel);
    }
    return channels.size() < announcedAtOnce ? NotificationChannelId() : channels.constLast().channelId;
}
