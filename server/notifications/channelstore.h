// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notifications/notification.h"
#include "models/notifications/notificationchannel.h"
#include "server/core/db/database.h"

/// The properties of a channel that are needed to plan a delivery.
class PlannedChannel
{
    Q_GADGET
    Q_PROPERTY(NotificationChannelId channelId MEMBER channelId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QStringList types MEMBER types)
    Q_PROPERTY(QList<DeviceId> devices MEMBER devices)
    Q_PROPERTY(QString quietFrom MEMBER quietFrom)
    Q_PROPERTY(QString quietTo MEMBER quietTo)
    Q_PROPERTY(QString timeZone MEMBER timeZone)

public:
    NotificationChannelId channelId;
    AccountId accountId;
    QStringList types;
    QList<DeviceId> devices;
    QString quietFrom;
    QString quietTo;
    QString timeZone; ///< IANA name of the account's time zone

    bool wants(const Notification &notification) const;
};

/// The properties of a channel that decide when its job has its turn.
class ChannelTurn
{
    Q_GADGET
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(bool slow MEMBER slow)

public:
    AccountId accountId;
    bool slow = false; ///< the channel took long to answer the last time
};

/// The sealed secrets of a webhook.
class ChannelSecrets
{
    Q_GADGET
    Q_PROPERTY(QString sealedSecret MEMBER sealedSecret)
    Q_PROPERTY(QString oldSealedSecret MEMBER oldSealedSecret)
    Q_PROPERTY(QDateTime oldSecretUntil MEMBER oldSecretUntil)

public:
    QString sealedSecret;
    QString oldSealedSecret;
    QDateTime oldSecretUntil;
};

/// The SQL of channels.
class ChannelStore
{
public:
    explicit ChannelStore(Database &database)
        : m_database(database)
    {
    }

    QList<NotificationChannel> ofAccount(AccountId account);
    std::optional<NotificationChannel> find(NotificationChannelId channel);
    /// Returns the enabled channels of its account that accept the notification, by its type and its device.
    QList<PlannedChannel> wanting(const Notification &notification);
    /// Returns the enabled channels of all accounts that existed when the notification was made, ordered by ID. A time
    /// in the future was written by a clock that was ahead: such a channel counts as existing.
    QList<PlannedChannel> enabledAfter(const Notification &notification, NotificationChannelId after, int limit);
    void insert(const NotificationChannel &channel) { m_database.insert(channel); }
    /// Lets the channel end with a session; a null ID lets it stay.
    void bind(NotificationChannelId channel, SessionId session);
    /// Returns the app whose session the channel ends with, or a null ID.
    AppId appOf(NotificationChannelId channel);
    void update(const NotificationChannel &channel) { m_database.update(channel); }
    void remove(NotificationChannelId channel);
    void disable(NotificationChannelId channel, const QString &reason, const QDateTime &now);

    std::optional<ChannelTurn> turn(NotificationChannelId channel);
    void setSlow(NotificationChannelId channel, bool slow);

    std::optional<ChannelSecrets> secrets(NotificationChannelId channel);
    /// Sets a new secret. The previous secret also signs requests until `oldUntil`.
    void setSecret(NotificationChannelId channel, const QString &sealed, const QDateTime &oldUntil);

private:
    Database &m_database;
};
