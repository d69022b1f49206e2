// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/deliverystore.h"

#include "models/core/utc.h"
#include "server/core/db/conditions.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

QList<NotificationDelivery> DeliveryStore::list(const DeliveryQuery &query, const PageRequest &page)
{
    Conditions conditions("account_id = ?", query.account);
    conditions.filter("channel_id = ?", query.channel);
    conditions.filter("state = ?", query.state);
    if (page.byCursor) {
        if (page.after.size() != 2 || !page.after[0].isDouble() || !page.after[1].isString())
            throw Problem::invalid(u"?cursor"_s, u"malformed"_s, u"This is no cursor of this list."_s);
        conditions.add("(created_at, delivery_id) < (?, ?)", page.after[0].toInteger(), page.after[1].toString());
    }
    return m_database.selectWith<NotificationDelivery>(
        "SELECT * FROM notification_delivery WHERE " + conditions.sql()
            + " ORDER BY created_at DESC, delivery_id DESC LIMIT ? OFFSET ?",
        conditions.values() + QVariantList{page.limit(), page.offset()});
}

std::optional<NotificationDelivery> DeliveryStore::find(AccountId account, NotificationDeliveryId delivery)
{
    return m_database.one<NotificationDelivery>(
        "SELECT * FROM notification_delivery WHERE account_id = ? AND delivery_id = ?", account, delivery);
}

QList<DeliveryAttempt> DeliveryStore::attempts(NotificationDeliveryId delivery)
{
    return m_database.select<DeliveryAttempt>(
        "SELECT * FROM notification_attempt WHERE delivery_id = ? ORDER BY number", delivery);
}

std::optional<NotificationDelivery> DeliveryStore::claim(const QDateTime &now, const QDateTime &leaseEnd)
{
    const QByteArray due =
        "SELECT d.channel_id FROM notification_delivery d JOIN notification_channel c ON c.channel_id "
        "= d.channel_id WHERE d.state = 'pending' AND d.due_at <= ? AND NOT EXISTS (SELECT 1 FROM "
        "notification_delivery o WHERE o.channel_id = d.channel_id AND o.state = 'pending' AND "
        "o.leased_until > ?) ORDER BY d.due_at, d.delivery_id LIMIT 1";
    if (!m_database.value(due, now, now).isValid()) // mostly; and then nobody's way is barred
        return std::nullopt;
    Transaction transaction(m_database);
    const QString channel = m_database.value(due + m_database.skipLocked(), now, now).toString();
    // The channel is ours now. Who had it a moment ago may have leased something meanwhile: that shows only now.
    const bool taken = channel.isEmpty()
        || m_database
               .value("SELECT 1 FROM notification_delivery WHERE channel_id = ? AND state = 'pending' AND leased_until "
                      "> ?",
                      channel, now)
               .isValid();
    if (taken)
        return std::nullopt;
    const auto claimed = m_database.one<NotificationDelivery>(
        "UPDATE notification_delivery SET leased_until = ? WHERE delivery_id IN (SELECT delivery_id FROM "
        "notification_delivery WHERE channel_id = ? AND state = 'pending' AND due_at <= ? ORDER BY due_at, delivery_id "
        "LIMIT 1) RETURNING *",
        leaseEnd, channel, now);
    transaction.commit();
    return claimed;
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
    for (const NotificationDelivery &other : others)
        m_database.exec("UPDATE notification_delivery SET state = 'digested', digest = ?, updated_at = ? "
                        "WHERE delivery_id = ?",
                        into.deliveryId, now, other.deliveryId);
}

void DeliveryStore::setOutcome(const NotificationDelivery &delivery)
{
    m_database.exec(
        "UPDATE notification_delivery SET state = ?, attempts = ?, due_at = ?, updated_at = ?, payload = ?, "
        "leased_until = 0 WHERE delivery_id = ?",
        delivery.state, delivery.attempts, delivery.dueAt, delivery.updatedAt,
        QString::fromUtf8(QJsonDocument(delivery.payload).toJson(QJsonDocument::Compact)), delivery.deliveryId);
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
    m_database.exec("UPDATE notification_delivery SET state = 'pending', digest = NULL, due_at = ?, retry_since = ?, "
                    "leased_until = 0, updated_at = ? WHERE delivery_id = ?",
                    now, now, now, delivery);
}

qint64 DeliveryStore::sendAllAgain(NotificationChannelId channel, const QDateTime &since, const QDateTime &now)
{
    return m_database.exec("UPDATE notification_delivery SET state = 'pending', digest = NULL, due_at = ?, "
                           "retry_since = ?, leased_until = 0, updated_at = ? WHERE channel_id = ? AND created_at >= ?",
                           now, now, now, channel, since);
}

void DeliveryStore::freeLeases()
{
    m_database.exec("UPDATE notification_delivery SET leased_until = 0 WHERE leased_until > 0");
}
