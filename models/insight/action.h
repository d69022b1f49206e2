// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>

/// A user's action that an app reports, such as an opened door or a viewed page.
class Action
{
    Q_GADGET
    Q_CLASSINFO("table", "action")
    Q_CLASSINFO("type.pattern", "^[a-z][a-z0-9_.:-]{0,63}$")
    Q_CLASSINFO("type.doc", "Type chosen by the app, such as `door.opened`.")
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("deviceId.doc", "The device concerned, if any.")
    Q_CLASSINFO("data.doc", "Further data of the app, at most 8 KiB of JSON.")
    Q_CLASSINFO("at.optional", "true")
    Q_CLASSINFO("at.doc", "Time of the action. Default: now.")
    Q_CLASSINFO("userId.optional", "true")
    Q_CLASSINFO("appId.optional", "true")
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

/// A batch of actions.
class ActionBatch
{
    Q_GADGET
    Q_CLASSINFO("actions.doc", "1 to 500 actions.")
    Q_PROPERTY(QList<Action> actions MEMBER actions REQUIRED)

public:
    QList<Action> actions;
};

/// The number of recorded actions.
class ActionsRecorded
{
    Q_GADGET
    Q_PROPERTY(qint64 recorded MEMBER recorded DESIGNABLE false)

public:
    qint64 recorded = 0;
};

/// The number of actions of one type with one device in one hour.
class ActionCount
{
    Q_GADGET
    Q_CLASSINFO("hour.doc", "Start of the hour (UTC).")
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
