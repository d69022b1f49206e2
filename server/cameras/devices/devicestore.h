// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/devicegroup.h"
#include "server/core/db/database.h"

#include <QSet>

/// The SQL of devices and device groups. Only findInBin() returns devices in the bin.
class DeviceStore
{
public:
    explicit DeviceStore(Database &database)
        : m_database(database)
    {
    }

    std::optional<Device> find(DeviceId device);
    QList<Device> find(const QSet<DeviceId> &devices);
    std::optional<Device> find(AccountId account, DeviceId device);
    /// Returns a device in the bin, unless it is a scripted camera, and locks it.
    ///
    /// Transaction: the caller's.
    std::optional<Device> findInBin(AccountId account, DeviceId device);
    QList<Device> ofAccount(AccountId account);
    /// Returns the number of the account's devices, including those in the bin, without scripted cameras.
    qint64 countOf(AccountId account);
    /// Returns the number of the account's devices, without those in the bin and without scripted cameras.
    qint64 presentCountOf(AccountId account);
    QList<Device> inGroup(AccountId account, DeviceGroupId group);
    void insert(const Device &device) { m_database.insert(device); }
    void update(const Device &device) { m_database.update(device); }
    void setSealedPassword(DeviceId device, const QString &sealed);
    QString sealedPassword(DeviceId device);

    /// Returns the number that signed URLs of the device's pictures must contain.
    qint64 linkEpoch(DeviceId device);
    /// Makes the signed URLs of the device's pictures invalid. Returns false unless the account has the device.
    bool revokeLinks(AccountId account, DeviceId device);

    std::optional<DeviceGroup> findGroup(DeviceGroupId group);
    /// Returns the group. In a transaction, the group cannot be removed until the end of the transaction.
    std::optional<DeviceGroup> findGroup(AccountId account, DeviceGroupId group);
    QList<DeviceGroup> groups(AccountId account);
    void insertGroup(const DeviceGroup &group) { m_database.insert(group); }
    void updateGroup(const DeviceGroup &group) { m_database.update(group); }
    /// Locks all devices of the group, including those in the bin.
    ///
    /// Transaction: the caller's.
    void lockDevicesOf(AccountId account, DeviceGroupId group);
    /// Deletes a group. Its devices become ungrouped.
    void removeGroup(DeviceGroupId group);

    /// Returns true if the mode belongs to the account or is built-in. In a transaction, the mode cannot be deleted
    /// until the end of the transaction.
    bool mayUseMode(AccountId account, DeviceModeId mode);

private:
    Database &m_database;
};
