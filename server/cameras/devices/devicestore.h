// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/devicegroup.h"
#include "server/core/db/database.h"

/// The SQL of cameras and their groups. What is in the bin is found by none of the reading functions.
class DeviceStore
{
public:
    explicit DeviceStore(Database &database)
        : m_database(database)
    {
    }

    std::optional<Device> find(DeviceId device);
    std::optional<Device> find(AccountId account, DeviceId device);
    /// To be changed by this transaction.
    std::optional<Device> findInBin(AccountId account, DeviceId device);
    QList<Device> ofAccount(AccountId account);
    QList<Device> inGroup(AccountId account, DeviceGroupId group);
    void insert(const Device &device) { m_database.insert(device); }
    void update(const Device &device) { m_database.update(device); }
    void setSealedPassword(DeviceId device, const QString &sealed);
    QString sealedPassword(DeviceId device);

    std::optional<DeviceGroup> findGroup(DeviceGroupId group);
    std::optional<DeviceGroup> findGroup(AccountId account, DeviceGroupId group);
    QList<DeviceGroup> groups(AccountId account);
    void insertGroup(const DeviceGroup &group) { m_database.insert(group); }
    void updateGroup(const DeviceGroup &group) { m_database.update(group); }
    /// Locks all devices of the group, in the bin or not.
    void lockDevicesOf(AccountId account, DeviceGroupId group);
    /// Its devices stay, ungrouped.
    void removeGroup(DeviceGroupId group);

    /// Returns whether the account may use the mode: its own, or one of the system's. In a transaction, the mode stays
    /// until the end.
    bool mayUseMode(AccountId account, DeviceModeId mode);

private:
    Database &m_database;
};
