// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// The wish to let somebody look at a device.
class NewDeviceShare
{
    Q_GADGET
    Q_CLASSINFO("user.max", "320")
    Q_CLASSINFO("user.doc", "A user's id, or an e-mail address; one without an account may get one later.")
    Q_CLASSINFO("until.optional", "true")
    Q_CLASSINFO("until.doc", "When it ends; absent: not by itself. Sharing again sets it anew.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId REQUIRED)
    Q_PROPERTY(QString user MEMBER user REQUIRED)
    Q_PROPERTY(QDateTime until MEMBER until)

public:
    DeviceId deviceId;
    QString user;
    QDateTime until;
};

/// The same for a group.
class NewGroupShare
{
    Q_GADGET
    Q_CLASSINFO("user.max", "320")
    Q_CLASSINFO("user.doc", "A user's id, or an e-mail address; one without an account may get one later.")
    Q_CLASSINFO("until.optional", "true")
    Q_CLASSINFO("until.doc", "When it ends; absent: not by itself. Sharing again sets it anew.")
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId REQUIRED)
    Q_PROPERTY(QString user MEMBER user REQUIRED)
    Q_PROPERTY(QDateTime until MEMBER until)

public:
    DeviceGroupId devgroupId;
    QString user;
    QDateTime until;
};

/// Which share of a device is to end.
class EndedDeviceShare
{
    Q_GADGET
    Q_CLASSINFO("user.max", "320")
    Q_CLASSINFO("user.doc", "As it was said when it was shared.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId REQUIRED)
    Q_PROPERTY(QString user MEMBER user REQUIRED)

public:
    DeviceId deviceId;
    QString user;
};

/// The same for a group.
class EndedGroupShare
{
    Q_GADGET
    Q_CLASSINFO("user.max", "320")
    Q_CLASSINFO("user.doc", "As it was said when it was shared.")
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId REQUIRED)
    Q_PROPERTY(QString user MEMBER user REQUIRED)

public:
    DeviceGroupId devgroupId;
    QString user;
};
