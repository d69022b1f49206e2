// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A request to share a device.
class NewDeviceShare
{
    Q_GADGET
    Q_CLASSINFO("user.max", "320")
    Q_CLASSINFO("user.doc", "A user id or an email address. The address need not have an account yet.")
    Q_CLASSINFO("until.optional", "true")
    Q_CLASSINFO("until.doc", "When the share ends; absent: until revoked. Sharing again replaces it.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId REQUIRED)
    Q_PROPERTY(QString user MEMBER user REQUIRED)
    Q_PROPERTY(QDateTime until MEMBER until)

public:
    DeviceId deviceId;
    QString user;
    QDateTime until;
};

/// A request to share a group.
class NewGroupShare
{
    Q_GADGET
    Q_CLASSINFO("user.max", "320")
    Q_CLASSINFO("user.doc", "A user id or an email address. The address need not have an account yet.")
    Q_CLASSINFO("until.optional", "true")
    Q_CLASSINFO("until.doc", "When the share ends; absent: until revoked. Sharing again replaces it.")
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId REQUIRED)
    Q_PROPERTY(QString user MEMBER user REQUIRED)
    Q_PROPERTY(QDateTime until MEMBER until)

public:
    DeviceGroupId devgroupId;
    QString user;
    QDateTime until;
};

/// A request to revoke a share of a device.
class EndedDeviceShare
{
    Q_GADGET
    Q_CLASSINFO("user.max", "320")
    Q_CLASSINFO("user.doc",
                "The user id or email address given when the object was shared. What was shared with the same person "
                "under the other name stays shared.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId REQUIRED)
    Q_PROPERTY(QString user MEMBER user REQUIRED)

public:
    DeviceId deviceId;
    QString user;
};

/// A request to revoke a share of a group.
class EndedGroupShare
{
    Q_GADGET
    Q_CLASSINFO("user.max", "320")
    Q_CLASSINFO("user.doc",
                "The user id or email address given when the object was shared. What was shared with the same person "
                "under the other name stays shared.")
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId REQUIRED)
    Q_PROPERTY(QString user MEMBER user REQUIRED)

public:
    DeviceGroupId devgroupId;
    QString user;
};
