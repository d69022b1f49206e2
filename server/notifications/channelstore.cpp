// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/channelstore.h"

#include "models/core/times.h"
#include "server/core/base/clockslack.h"

QList<NotificationChannel> ChannelStore::ofAccount(AccountId account)
{
    return m_database.select<NotificationChannel>(
        "SELECT * FROM notification_channel WHERE account_id = ? ORDER BY created_at, channel_id", account);
}

std::optional<NotificationChannel> ChannelStore::find(NotificationChannelId channel)
{
    return m_database.one<NotificationChannel>("SELECT * FROM notification_channel WHERE channel_id = ?", channel);
}

namespace {
constexpr char planned[] = "SELECT c.*, a.time_zone FROM notification_channel c "
                           "JOIN account a ON a.account_id = c.account_id WHERE c.enabled = true";
}

bool PlannedChannel::wants(const Notification &notification) const
{
    return (types.isEmpty() || types.contains(notification.type))
        && (devices.isEmpty() || devices.contains(notification.deviceId));
}

QList<PlannedChannel> ChannelStore::wanting(const Notification &notification)
{
    auto channels = m_database.select<PlannedChannel>(
        QByteArray(planned) + " AND c.account_id = ? ORDER BY c.channel_id", notification.accountId);
    channels.removeIf([&notification](const PlannedChannel &channel) { return !channel.wants(notification); });
    return channels;
}

QList<PlannedChannel> ChannelStore::enabledAfter(const Notification &notification, NotificationChannelId after,
                                                 int limit)
{
    return m_database.select<PlannedChannel>(
        QByteArray(planned)
            + " AND (c.created_at <= ? OR c.created_at > ?) AND c.channel_id > ? ORDER BY c.channel_id LIMIT ?",
        notification.createdAt, Times::now().addSecs(clockSlack.count()), after.toString(), limit);
}

void ChannelStore::bind(NotificationChannelId channel, SessionId session)
{
    m_database.exec("UPDATE notification_channel SET session_id = ? WHERE channel_id = ?", session, channel);
}

AppId ChannelStore::appOf(NotificationChannelId channel)
{
    const QVariant app = m_database.value("SELECT s.app_id FROM notification_channel c "
                                          "JOIN session s ON s.session_id = c.session_id WHERE c.channel_id = ?",
                                          channel);
    return AppId::parse(app.toString()).value_or(AppId());
}

void ChannelStore::remove(NotificationChannelId channel)
{
    m_database.exec("DELETE FROM notification_channel WHERE channel_id = ?", channel);
}

void ChannelStore::disable(NotificationChannelId channel, const QString &reason, const QDateTime &now)
{
    m_database.exec("UPDATE notification_channel SET enabled = false, disabled_reason = ?, updated_at = ? "
                    "WHERE channel_id = ?",
                    reason, now, channel);
}

std::optional<ChannelTurn> ChannelStore::turn(NotificationChannelId channel)
{
    return m_database.one<ChannelTurn>("SELECT account_id, slow FROM notification_channel WHERE channel_id = ?",
                                       channel);
}

void ChannelStore::setSlow(NotificationChannelId channel, bool slow)
{
    m_database.exec("UPDATE notification_channel SET slow = ? WHERE channel_id = ?", slow, channel);
}

std::optional<ChannelSecrets> ChannelStore::secrets(NotificationChannelId channel)
{
    return m_database.one<ChannelSecrets>("SELECT * FROM notification_channel WHERE channel_id = ?", channel);
}

void ChannelStore::setSecret(NotificationChannelId channel, const QString &sealed, const QDateTime &oldUntil)
{
    m_database.exec("UPDATE notification_channel SET old_sealed_secret = sealed_secret, old_secret_until = ?, "
                    "sealed_secret = ? WHERE channel_id = ?",
                    oldUntil, sealed, channel);
}
