// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A share lets a user of another account see a device, or the devices of a group. Only the main user can share.
class Share
{
    Q_GADGET
    Q_CLASSINFO("table", "share")
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("deviceId.doc", "The shared device; absent if a group is shared.")
    Q_CLASSINFO("devgroupId.optional", "true")
    Q_CLASSINFO("devgroupId.doc",
                "The shared group. The share covers the devices that are in the group at the time of access.")
    Q_CLASSINFO("user.doc",
                "The user id or email address given in the request. The API does not reveal whether it exists.")
    Q_CLASSINFO("until.optional", "true")
    Q_CLASSINFO("until.doc", "When the share ends; absent: until revoked.")
    Q_PROPERTY(ShareId shareId MEMBER shareId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId DESIGNABLE false)
    Q_PROPERTY(QString user MEMBER user DESIGNABLE false)
    Q_PROPERTY(QDateTime until MEMBER until DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)

public:
    ShareId shareId;
    AccountId accountId;
    DeviceId deviceId; ///< exactly one of deviceId and devgroupId is set
    DeviceGroupId devgroupId;
    QString user;
    QDateTime until;
    QDateTime createdAt;
    QDateTime updatedAt;

    /// Returns the id of the shared device or group.
    QString object() const { return deviceId.isNull() ? devgroupId.toString() : deviceId.toString(); }
};
