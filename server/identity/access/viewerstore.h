// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/devicegroup.h"
#include "server/core/db/database.h"

#include <QMultiHash>
#include <QSet>

/// The SQL of shares as seen by viewers. It reads the views `device_viewer` and `group_viewer`, which alone define what
/// a share means; objects in the bin are never found. Ask Visibility, which also knows the other ways to see an object.
class ViewerStore
{
public:
    explicit ViewerStore(Database &database)
        : m_database(database)
    {
    }

    bool isViewer(UserId user, DeviceId device);
    bool isViewer(UserId user, DeviceGroupId group);
    /// Returns whether anything of the account is shared with the user.
    bool isViewerOf(UserId user, AccountId account);

    /// Returns the devices shared with the user, with `sharedBy` and `sharedUntil` set. They contain fields that only
    /// the owner may see.
    QList<Device> devices(UserId user);
    QList<DeviceGroup> groups(UserId user);
    /// Returns those of the devices that are shared with the user.
    QSet<DeviceId> sharedAmong(UserId user, const QSet<DeviceId> &devices);
    /// Sets `sharedBy` and `sharedUntil` of the devices that are shared with the user.
    void fillShares(UserId user, QList<Device> &devices);

    /// Returns the viewers of each of the devices.
    QMultiHash<DeviceId, UserId> viewers(const QSet<DeviceId> &devices);
    /// Returns the users with these IDs or email addresses.
    QMultiHash<QString, UserId> named(const QSet<QString> &persons);

    /// A subselect of the devices that a user may view. values(user) returns its bound values.
    static constexpr char devicesSql[] =
        "SELECT v.device_id FROM device_viewer v WHERE v.user_id = ? AND (v.until IS NULL OR v.until > ?)";
    static QVariantList values(UserId user);

private:
    Database &m_database;
};
