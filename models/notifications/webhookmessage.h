// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>

#include <optional>

/// The subject of a webhook's message.
class WebhookSubject
{
    Q_GADGET
    Q_CLASSINFO("accountId.optional", "true")
    Q_CLASSINFO("accountId.doc", "The account notified; absent: all accounts.")
    Q_CLASSINFO("object.optional", "true")
    Q_CLASSINFO("object.doc", "Id of the subject: a mark, an order, an app, a device, or a job.")
    Q_CLASSINFO("link.optional", "true")
    Q_CLASSINFO("link.doc", "Path of the subject, below /v1.")
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("sequence.optional", "true")
    Q_CLASSINFO("sequence.doc", "Increases by one with each notification about the same device.")
    Q_CLASSINFO("data.optional", "true")
    Q_PROPERTY(NotificationId notificationId MEMBER notificationId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QString object MEMBER object)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString link MEMBER link)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(std::optional<qint64> sequence MEMBER sequence)
    Q_PROPERTY(QJsonObject data MEMBER data)

public:
    NotificationId notificationId;
    AccountId accountId;
    QString object;
    QString title;
    QString link;
    DeviceId deviceId;
    std::optional<qint64> sequence;
    QJsonObject data;

    friend bool operator==(const WebhookSubject &, const WebhookSubject &) = default;
};

/// The message that a webhook receives about one notification.
class WebhookMessage
{
    Q_GADGET
    Q_CLASSINFO("type.doc", "The type of the notification.")
    Q_CLASSINFO("timestamp.doc", "When the notification was created.")
    Q_PROPERTY(QString type MEMBER type)
    Q_PROPERTY(QDateTime timestamp MEMBER timestamp)
    Q_PROPERTY(WebhookSubject data MEMBER data)

public:
    QString type;
    QDateTime timestamp;
    WebhookSubject data;
};

/// Notifications that a webhook is told of together.
class WebhookCollection
{
    Q_GADGET
    Q_CLASSINFO("types.doc", "The number of notifications of each type.")
    Q_CLASSINFO("notificationIds.doc", "Ids of the first 200 notifications.")
    Q_PROPERTY(qint64 count MEMBER count)
    Q_PROPERTY(QJsonObject types MEMBER types)
    Q_PROPERTY(QDateTime from MEMBER from)
    Q_PROPERTY(QDateTime to MEMBER to)
    Q_PROPERTY(QList<NotificationId> notificationIds MEMBER notificationIds)

public:
    qint64 count = 0;
    QJsonObject types;
    QDateTime from;
    QDateTime to;
    QList<NotificationId> notificationIds;

    friend bool operator==(const WebhookCollection &, const WebhookCollection &) = default;
};

/// The message that a webhook receives instead of many at once.
class WebhookDigest
{
    Q_GADGET
    Q_CLASSINFO("type.doc", "Always digest.")
    Q_CLASSINFO("type.example", "digest")
    Q_PROPERTY(QString type MEMBER type)
    Q_PROPERTY(QDateTime timestamp MEMBER timestamp)
    Q_PROPERTY(WebhookCollection data MEMBER data)

public:
    QString type = QStringLiteral("digest");
    QDateTime timestamp;
    WebhookCollection data;
};
