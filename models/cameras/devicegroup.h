// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A group of devices, such as a floor or a shop. The group's settings apply to its devices.
class DeviceGroup
{
    Q_GADGET
    Q_CLASSINFO("table", "device_group")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO("devicemodeId.optional", "true")
    Q_CLASSINFO("sharedBy.optional", "true")
    Q_CLASSINFO("sharedBy.doc", "Who shares the group with the caller; absent for the caller's own groups.")
    Q_CLASSINFO("sharedUntil.optional", "true")
    Q_CLASSINFO("sharedUntil.doc", "When the share ends; absent if it does not expire.")
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)
    Q_PROPERTY(QString sharedBy MEMBER sharedBy DESIGNABLE false STORED false)
    Q_PROPERTY(QDateTime sharedUntil MEMBER sharedUntil DESIGNABLE false STORED false)

public:
    DeviceGroupId devgroupId;
    AccountId accountId;
    QString name;
    DeviceModeId devicemodeId;
    QDateTime createdAt;
    QDateTime updatedAt;
    QString sharedBy;
    QDateTime sharedUntil;
};
