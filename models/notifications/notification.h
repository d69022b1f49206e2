// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>

/// A notification for an account. It contains ids and a link, from which details can be read.
class Notification
{
    Q_GADGET
    Q_CLASSINFO("table", "notification")
    Q_CLASSINFO("accountId.optional", "true")
    Q_CLASSINFO("accountId.doc", "The account notified; absent: all accounts.")
    Q_CLASSINFO("type.doc",
                "camera.lost, camera.found, camera.changed, mark.opened, mark.updated, mark.closed, order.paid, "
                "trial.ending, key.rotated, face.analyzed, announcement.")
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("object.doc", "Id of the subject: a mark, an order, an app, a device, or a job.")
    Q_CLASSINFO("sequence.doc",
                "Increases by one with each notification about the same device; absent without a device.")
    Q_CLASSINFO("sequence.optional", "json")
    Q_CLASSINFO("link.doc", "Path of the subject, below /v1.")
    Q_CLASSINFO("read.doc", "Whether the calling user has read it.")
    Q_CLASSINFO("withdrawnAt.optional", "true")
    Q_CLASSINFO("object.optional", "json")
    Q_CLASSINFO("text.optional", "json")
    Q_CLASSINFO("link.optional", "json")
    Q_CLASSINFO("title.optional", "json")
    Q_PROPERTY(NotificationId notificationId MEMBER notificationId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(QString type MEMBER type DESIGNABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QString object MEMBER object DESIGNABLE false)
    Q_PROPERTY(qint64 sequence MEMBER sequence DESIGNABLE false)
    Q_PROPERTY(QString title MEMBER title DESIGNABLE false)
    Q_PROPERTY(QString text MEMBER text DESIGNABLE false)
    Q_PROPERTY(QString link MEMBER link DESIGNABLE false)
    Q_PROPERTY(QJsonObject data MEMBER data DESIGNABLE false)
    Q_PROPERTY(bool read MEMBER read DESIGNABLE false STORED false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime withdrawnAt MEMBER withdrawnAt DESIGNABLE false)

public:
    NotificationId notificationId;
    AccountId accountId;
    QString type;
    DeviceId deviceId;
    QString object;
    qint64 sequence = 0;
    QString title;
    QString text;
    QString link;
    QJsonObject data;
    bool read = false;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime withdrawnAt;

    friend bool operator==(const Notification &, const Notification &) = default;
};

/// An announcement by an administrator, to one account or to all.
class Announcement
{
    Q_GADGET
    Q_CLASSINFO("text.format", "multi-line")
    Q_CLASSINFO("accountId.doc", "The account addressed; absent: all accounts.")
    Q_CLASSINFO("title.min", "1")
    Q_CLASSINFO("title.max", "200")
    Q_CLASSINFO("text.max", "4000")
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QString title MEMBER title REQUIRED)
    Q_PROPERTY(QString text MEMBER text)

public:
    AccountId accountId;
    QString title;
    QString text;
};

/// A report of an app about a device or a mark.
class NotificationReport
{
    Q_GADGET
    Q_CLASSINFO("reason.format", "multi-line")
    Q_CLASSINFO("reason.max", "500")
    Q_PROPERTY(QString reason MEMBER reason)

public:
    QString reason;
};

/// Marks notifications as read by the calling user.
class NotificationsRead
{
    Q_GADGET
    Q_CLASSINFO("notificationIds.min", "1")
    Q_CLASSINFO("notificationIds.doc", "Ids of the notifications; absent: all.")
    Q_PROPERTY(QList<NotificationId> notificationIds MEMBER notificationIds)
    Q_PROPERTY(qint64 changed MEMBER changed DESIGNABLE false)

public:
    QList<NotificationId> notificationIds;
    qint64 changed = 0;
};
