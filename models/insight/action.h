// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>

/// Something that a user did, as an app tells it: a door opened, a camera turned, a page looked at.
class Action
{
    Q_GADGET
    Q_CLASSINFO("table", "action")
    Q_CLASSINFO("type.pattern", "^[a-z][a-z0-9_.:-]{0,63}$")
    Q_CLASSINFO("type.doc", "What was done, in the app's own words: `door.opened`.")
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("deviceId.doc", "The device that it was done with.")
    Q_CLASSINFO("data.doc", "Whatever else there is to know; 8 KiB of JSON at most.")
    Q_CLASSINFO("at.optional", "true")
    Q_CLASSINFO("at.doc", "When it was done; without it, now.")
    Q_PROPERTY(ActionId actionId MEMBER actionId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(UserId userId MEMBER userId DESIGNABLE false)
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString type MEMBER type REQUIRED)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QJsonObject data MEMBER data)
    Q_PROPERTY(QDateTime at MEMBER at)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)

public:
    ActionId actionId;
    AccountId accountId;
    UserId userId;
    AppId appId;
    QString type;
    DeviceId deviceId;
    QJsonObject data;
    QDateTime at;
    QDateTime createdAt;

    friend bool operator==(const Action &, const Action &) = default;
};

/// Several actions at once.
class ActionBatch
{
    Q_GADGET
    Q_CLASSINFO("actions.doc", "One to 500.")
    Q_PROPERTY(QList<Action> actions MEMBER actions REQUIRED)

public:
    QList<Action> actions;
};

/// How many were taken down.
class ActionsRecorded
{
    Q_GADGET
    Q_PROPERTY(qint64 recorded MEMBER recorded DESIGNABLE false)

public:
    qint64 recorded = 0;
};

/// How often something was done with a device in an hour.
class ActionCount
{
    Q_GADGET
    Q_CLASSINFO("hour.doc", "When the hour began (UTC).")
    Q_CLASSINFO("deviceId.optional", "true")
    Q_PROPERTY(QDateTime hour MEMBER hour DESIGNABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QString type MEMBER type DESIGNABLE false)
    Q_PROPERTY(qint64 count MEMBER count DESIGNABLE false)

public:
    QDateTime hour;
    DeviceId deviceId;
    QString type;
    qint64 count = 0;
};
