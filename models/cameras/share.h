// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// That a person of another account may look at a device, or at whatever is in a group. Given by the main user.
class Share
{
    Q_GADGET
    Q_CLASSINFO("table", "share")
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("deviceId.doc", "The device; absent where a group is shared.")
    Q_CLASSINFO("devgroupId.optional", "true")
    Q_CLASSINFO("devgroupId.doc", "The group, with its devices as they come and go.")
    Q_CLASSINFO("user.doc", "As it was said: a user's id or an e-mail address. Whether somebody has it is not told.")
    Q_CLASSINFO("until.optional", "true")
    Q_CLASSINFO("until.doc", "When it ends by itself; absent: it does not.")
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
    DeviceId deviceId; ///< of the two, exactly one is set
    DeviceGroupId devgroupId;
    QString user;
    QDateTime until;
    QDateTime createdAt;
    QDateTime updatedAt;

    /// The id of what is shared.
    QString object() const { return deviceId.isNull() ? devgroupId.toString() : deviceId.toString(); }
};
