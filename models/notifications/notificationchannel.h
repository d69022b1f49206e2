// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>

/// A destination of notifications. The portal and the server-sent events receive all notifications without a channel.
class NotificationChannel
{
    Q_GADGET
    Q_CLASSINFO("table", "notification_channel")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO("kind.doc", "email, or webhook according to the Standard Webhooks specification.")
    Q_CLASSINFO("target.min", "1")
    Q_CLASSINFO("target.max", "2000")
    Q_CLASSINFO("target.doc", "Email address of one of the account's users, or an https URL.")
    Q_CLASSINFO("types.doc", "Types to deliver; empty: all.")
    Q_CLASSINFO("devices.doc",
                "Devices to deliver notifications of; empty: all devices, and notifications without a device.")
    Q_CLASSINFO("quietFrom.pattern", "^(([01][0-9]|2[0-3]):[0-5][0-9])?$")
    Q_CLASSINFO("quietTo.pattern", "^(([01][0-9]|2[0-3]):[0-5][0-9])?$")
    Q_CLASSINFO(
        "quietFrom.doc",
        "Start of the quiet hours in the account's time zone. Deliveries wait until `quiet_to`. Empty: no quiet hours.")
    Q_CLASSINFO("enabled.doc", "Whether the channel delivers. A webhook that answers 410 is turned off.")
    Q_CLASSINFO("disabledReason.optional", "true")
    Q_CLASSINFO("secret.optional", "true")
    Q_CLASSINFO("secret.doc", "Signing secret of a webhook (`whsec_…`). It is returned only when it is created.")
    Q_CLASSINFO("quietFrom.optional", "json")
    Q_CLASSINFO("quietTo.optional", "json")
    Q_PROPERTY(NotificationChannelId channelId MEMBER channelId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(Kind kind MEMBER kind REQUIRED)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QString target MEMBER target REQUIRED)
    Q_PROPERTY(QStringList types MEMBER types)
    Q_PROPERTY(QList<DeviceId> devices MEMBER devices)
    Q_PROPERTY(QString quietFrom MEMBER quietFrom)
    Q_PROPERTY(QString quietTo MEMBER quietTo)
    Q_PROPERTY(bool enabled MEMBER enabled)
    Q_PROPERTY(QString disabledReason MEMBER disabledReason DESIGNABLE false)
    Q_PROPERTY(QString secret MEMBER secret DESIGNABLE false STORED false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)

public:
    enum class Kind { Email, Webhook };
    Q_ENUM(Kind)

    NotificationChannelId channelId;
    AccountId accountId;
    Kind kind = Kind::Email;
    QString name;
    QString target;
    QStringList types;
    QList<DeviceId> devices;
    QString quietFrom;
    QString quietTo;
    bool enabled = true;
    QString disabledReason;
    QString secret;
    QDateTime createdAt;
    QDateTime updatedAt;

    friend bool operator==(const NotificationChannel &, const NotificationChannel &) = default;
};

/// An attempt to deliver, with its result.
class DeliveryAttempt
{
    Q_GADGET
    Q_CLASSINFO("table", "notification_attempt")
    Q_CLASSINFO("status.doc", "HTTP status; 0: no answer, or not a webhook.")
    Q_CLASSINFO("milliseconds.doc", "Duration of the attempt in milliseconds.")
    Q_CLASSINFO("error.optional", "true")
    Q_CLASSINFO("response.optional", "true")
    Q_CLASSINFO("response.doc", "The beginning of the response body.")
    Q_PROPERTY(NotificationDeliveryId deliveryId MEMBER deliveryId SCRIPTABLE false)
    Q_PROPERTY(qint64 number MEMBER number DESIGNABLE false)
    Q_PROPERTY(QDateTime at MEMBER at DESIGNABLE false)
    Q_PROPERTY(qint64 status MEMBER status DESIGNABLE false)
    Q_PROPERTY(qint64 milliseconds MEMBER milliseconds DESIGNABLE false)
    Q_PROPERTY(QString error MEMBER error DESIGNABLE false)
    Q_PROPERTY(QString response MEMBER response DESIGNABLE false)

public:
    NotificationDeliveryId deliveryId;
    qint64 number = 0; ///< from 1
    QDateTime at;
    qint64 status = 0;
    qint64 milliseconds = 0;
    QString error;
    QString response;

    friend bool operator==(const DeliveryAttempt &, const DeliveryAttempt &) = default;
};

/// The delivery of a notification through a channel.
class NotificationDelivery
{
    Q_GADGET
    Q_CLASSINFO("table", "notification_delivery")
    Q_CLASSINFO("state.doc", "digested: sent in a summary, which is the delivery `digest`.")
    Q_CLASSINFO("digest.optional", "true")
    Q_CLASSINFO("dueAt.doc", "Time of the next attempt while the delivery is pending.")
    Q_CLASSINFO("payload.doc", "The content of the last or the next attempt.")
    Q_PROPERTY(NotificationDeliveryId deliveryId MEMBER deliveryId DESIGNABLE false)
    Q_PROPERTY(NotificationId notificationId MEMBER notificationId DESIGNABLE false)
    Q_PROPERTY(NotificationChannelId channelId MEMBER channelId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(QString type MEMBER type DESIGNABLE false)
    Q_PROPERTY(State state MEMBER state DESIGNABLE false)
    Q_PROPERTY(NotificationDeliveryId digest MEMBER digest DESIGNABLE false)
    Q_PROPERTY(qint64 attempts MEMBER attempts DESIGNABLE false)
    Q_PROPERTY(QDateTime dueAt MEMBER dueAt DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)
    Q_PROPERTY(QJsonObject payload MEMBER payload DESIGNABLE false)
    Q_PROPERTY(QList<DeliveryAttempt> history MEMBER history DESIGNABLE false STORED false)

public:
    enum class State { Pending, Delivered, Failed, Digested };
    Q_ENUM(State)

    NotificationDeliveryId deliveryId;
    NotificationId notificationId;
    NotificationChannelId channelId;
    AccountId accountId;
    QString type;
    State state = State::Pending;
    NotificationDeliveryId digest;
    qint64 attempts = 0;
    QDateTime dueAt;
    QDateTime createdAt;
    QDateTime updatedAt;
    QJsonObject payload;
    QList<DeliveryAttempt> history;

    friend bool operator==(const NotificationDelivery &, const NotificationDelivery &) = default;
};

/// How a channel has delivered in the last 24 hours.
class ChannelHealth
{
    Q_GADGET
    Q_CLASSINFO("health.doc",
                "off: the channel is switched off. idle: nothing was to be delivered. healthy: the last attempt "
                "succeeded. failing: it failed.")
    Q_CLASSINFO("lastAt.optional", "true")
    Q_CLASSINFO("lastAt.doc", "The time of the last attempt; absent if there was none.")
    Q_CLASSINFO("lastStatus.doc", "HTTP status of the last attempt; 0: no answer, or not a webhook.")
    Q_CLASSINFO("lastError.optional", "true")
    Q_CLASSINFO("target.optional", "json")
    Q_PROPERTY(NotificationChannelId channelId MEMBER channelId DESIGNABLE false)
    Q_PROPERTY(NotificationChannel::Kind kind MEMBER kind DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(QString target MEMBER target DESIGNABLE false)
    Q_PROPERTY(Health health MEMBER health DESIGNABLE false)
    Q_PROPERTY(qint64 delivered MEMBER delivered DESIGNABLE false)
    Q_PROPERTY(qint64 pending MEMBER pending DESIGNABLE false)
    Q_PROPERTY(qint64 failed MEMBER failed DESIGNABLE false)
    Q_PROPERTY(QDateTime lastAt MEMBER lastAt DESIGNABLE false)
    Q_PROPERTY(qint64 lastStatus MEMBER lastStatus DESIGNABLE false)
    Q_PROPERTY(QString lastError MEMBER lastError DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt SCRIPTABLE false)

public:
    enum class Health { Off, Idle, Healthy, Failing };
    Q_ENUM(Health)

    NotificationChannelId channelId;
    NotificationChannel::Kind kind = NotificationChannel::Kind::Email;
    QString name;
    QString target;
    Health health = Health::Idle;
    qint64 delivered = 0;
    qint64 pending = 0;
    qint64 failed = 0;
    QDateTime lastAt;
    qint64 lastStatus = 0;
    QString lastError;
    QDateTime createdAt;
};

/// A request to send deliveries again.
class Resend
{
    Q_GADGET
    Q_CLASSINFO("since.doc", "Sends all deliveries of the channel since this time again.")
    Q_PROPERTY(QDateTime since MEMBER since REQUIRED)
    Q_PROPERTY(qint64 resent MEMBER resent DESIGNABLE false)

public:
    QDateTime since;
    qint64 resent = 0;
};
