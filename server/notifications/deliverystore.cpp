// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/deliverystore.h"

#include "models/core/utc.h"
#include "server/core/db/conditions.h"
#include "server/core/http/paging.h"
#include "server/notifications/channelstore.h"

using namespace Qt::StringLiterals;

namespace {
Conditions conditionsOf(const DeliveryQuery &query)
{
    Conditions conditions("account_id = ?", query.account);
    conditions.filter("channel_id = ?", query.channel);
    conditions.filter("state = ?", query.state);
    return conditions;
}
}

QList<NotificationDelivery> DeliveryStore::list(const DeliveryQuery &query, const PageRequest &page)
{
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        conditions.addWith(page.directed("(created_at, delivery_id) < (?, ?)"), page.afterTimeAndId());
    return m_database.selectWith<NotificationDelivery>(
        "SELECT * FROM notification_delivery WHERE " + conditions.sql() + " ORDER BY "
            + page.directed("created_at DESC, delivery_id DESC") + " LIMIT ? OFFSET ?",
        conditions.values() + QVariantList{page.limit(), page.offset()});
}

qint64 DeliveryStore::count(const DeliveryQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database
        .valueWith("SELECT count(*) FROM notification_delivery WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

ChannelHealth DeliveryStore::health(NotificationChannelId channel, const QDateTime &since)
{
    ChannelHealth health =
        m_database
            .one<ChannelHealth>("SELECT count(*) FILTER (WHERE state = 'delivered') AS delivered, "
                                "count(*) FILTER (WHERE state = 'pending') AS pending, "
                                "count(*) FILTER (WHERE state = 'failed') AS failed FROM notification_delivery "
                                "WHERE channel_id = ? AND created_at >= ?",
                                channel, since)
            .value_or(ChannelHealth());
    const auto last = m_database.one<DeliveryAttempt>(
        "SELECT a.* FROM notification_attempt a JOIN notification_delivery d ON d.delivery_id = a.delivery_id "
        "WHERE d.channel_id = ? AND d.created_at >= ? ORDER BY a.at DESC, a.number DESC LIMIT 1",
        channel, since);
    if (last) {
        health.lastAt = last->at;
        health.lastStatus = last->status;
        health.lastError = last->error;
    }
    return health;
}

std::optional<NotificationDelivery> DeliveryStore::find(AccountId account, NotificationDeliveryId delivery)
{
    return m_database.one<NotificationDelivery>(
        "SELECT * FROM notification_delivery WHERE account_id = ? AND delivery_id = ?", account, delivery);
}

std::optional<NotificationDelivery> DeliveryStore::findForUpdate(NotificationDeliveryId delivery)
{
    return m_database.one<NotificationDelivery>(
        "SELECT * FROM notification_delivery WHERE delivery_id = ?" + m_database.forUpdate(), delivery);
}

QList<DeliveryAttempt> DeliveryStore::attempts(NotificationDeliveryId delivery)
{
    return m_database.select<DeliveryAttempt>(
        "SELECT * FROM notification_attempt WHERE delivery_id = ? ORDER BY number", delivery);
}

void DeliveryStore::insert(const NotificationDelivery &delivery)
{
    m_database.insert(delivery);
    enqueue(delivery.channelId, delivery.dueAt);
}

void DeliveryStore::enqueue(NotificationChannelId channel, const QDateTime &dueAt)
{
    if (const auto turn = ChannelStore(m_database).turn(channel))
        JobStore(m_database)
            .enqueue(kind(turn->slow),
                     {.key = channel.toString(), .dueAt = dueAt, .owner = turn->accountId.toString()});
}

bool DeliveryStore::isPlanned(NotificationId notification, NotificationChannelId channel)
{
    return m_database
        .value("SELECT 1 FROM notification_delivery WHERE notification_id = ? AND channel_id = ?", notification,
               channel)
        .isValid();
}

std::optional<NotificationDelivery> DeliveryStore::next(NotificationChannelId channel)
{
    return m_database.one<NotificationDelivery>(
        "SELECT * FROM notification_delivery WHERE channel_id = ? AND state = 'pending' "
        "ORDER BY due_at, delivery_id LIMIT 1",
        channel);
}

QList<NotificationDelivery> DeliveryStore::dueWith(const NotificationDelivery &first, const QDateTime &now, int limit)
{
    return m_database.select<NotificationDelivery>(
        "SELECT * FROM notification_delivery WHERE channel_id = ? AND state = 'pending' AND due_at <= ? "
        "AND delivery_id <> ? ORDER BY due_at, delivery_id LIMIT ?",
        first.channelId, now, first.deliveryId, limit);
}

QList<NotificationDelivery> DeliveryStore::digestedInto(const NotificationDelivery &into)
{
    return m_database.select<NotificationDelivery>(
        "SELECT * FROM notification_delivery WHERE channel_id = ? AND state = 'digested' AND digest = ? "
        "ORDER BY due_at, delivery_id",
        into.channelId, into.deliveryId);
}

void DeliveryStore::digestInto(const NotificationDelivery &into, const QList<NotificationDelivery> &others,
                               const QDateTime &now)
{
    m_database.exec("UPDATE notification_delivery SET payload = ? WHERE delivery_id = ?",
                    QString::fromUtf8(QJsonDocument(into.payload).toJson(QJsonDocument::Compact)), into.deliveryId);
    if (others.isEmpty())
        return;
    QVariantList values{SqlValue::of(into.deliveryId), SqlValue::of(now)};
    for (const NotificationDelivery &other : others)
        values += SqlValue::of(other.deliveryId);
    m_database.execWith("UPDATE notification_delivery SET state = 'digested', digest = ?, updated_at = ? "
                        "WHERE delivery_id IN ("
                            + Database::placeholders(others.size()) + ')',
                        values);
}

QList<Notification> DeliveryStore::notifications(const QList<NotificationDelivery> &deliveries)
{
    QVariantList ids;
    for (const NotificationDelivery &delivery : deliveries)
        ids += SqlValue::of(delivery.notificationId);
    QHash<NotificationId, Notification> found;
    for (const Notification &notification : m_database.selectWith<Notification>(
             "SELECT * FROM notification WHERE notification_id IN (" + Database::placeholders(ids.size()) + ')', ids))
        found.insert(notification.notificationId, notification);
    QList<Notification> notifications;
    for (const NotificationDelivery &delivery : deliveries)
        notifications += found.value(delivery.notificationId);
    return notifications;
}

void DeliveryStore::setOutcome(const NotificationDelivery &delivery)
{
    m_database.exec("UPDATE notification_delivery SET state = ?, attempts = ?, due_at = ?, updated_at = ?, payload = ? "
                    "WHERE delivery_id = ?",
                    delivery.state, delivery.attempts, delivery.dueAt, delivery.updatedAt,
                    QString::fromUtf8(QJsonDocument(delivery.payload).toJson(QJsonDocument::Compact)),
                    delivery.deliveryId);
}

QDateTime DeliveryStore::retrySince(NotificationDeliveryId delivery)
{
    const qint64 since = m_database
                             .value("SELECT CASE WHEN retry_since > 0 THEN retry_since ELSE created_at END "
                                    "FROM notification_delivery WHERE delivery_id = ?",
                                    delivery)
                             .toLongLong();
    return QDateTime::fromMSecsSinceEpoch(since, Times::utc);
}

void DeliveryStore::sendAgain(NotificationDeliveryId delivery, const QDateTime &now)
{
    const QVariant channel =
        m_database.value("UPDATE notification_delivery SET state = 'pending', digest = NULL, due_at = ?, "
                         "retry_since = ?, updated_at = ? WHERE delivery_id = ? RETURNING channel_id",
                         now, now, now, delivery);
    if (const auto id = NotificationChannelId::parse(channel.toString()))
        enqueue(*id, now);
}

qint64 DeliveryStore::sendAllAgain(NotificationChannelId channel, const QDateTime &since, const QDateTime &now)
{
    enqueue(channel, now);
    return m_database.exec("UPDATE notification_delivery SET state = 'pending', digest = NULL, due_at = ?, "
                           "retry_since = ?, updated_at = ? WHERE channel_id = ? AND created_at >= ?",
                           now, now, now, channel, since);
}
