// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/devicestore.h"

std::optional<Device> DeviceStore::find(DeviceId device)
{
    return m_database.one<Device>("SELECT * FROM device WHERE device_id = ? AND deleted_at IS NULL", device);
}

QList<Device> DeviceStore::find(const QSet<DeviceId> &devices)
{
    if (devices.isEmpty())
        return {};
    QVariantList ids;
    for (const DeviceId device : devices)
        ids += SqlValue::of(device);
    return m_database.selectWith<Device>("SELECT * FROM device WHERE deleted_at IS NULL AND device_id IN ("
                                             + Database::placeholders(ids.size()) + ')',
                                         ids);
}

std::optional<Device> DeviceStore::find(AccountId account, DeviceId device)
{
    return m_database.one<Device>("SELECT * FROM device WHERE device_id = ? AND account_id = ? AND deleted_at IS NULL",
                                  device, account);
}

std::optional<Device> DeviceStore::findInBin(AccountId account, DeviceId device)
{
    return m_database.one<Device>(
        "SELECT * FROM device WHERE account_id = ? AND device_id = ? AND deleted_at IS NOT NULL "
        "AND source_url NOT LIKE 'sandbox:%'"
            + m_database.forUpdate(),
        account, device);
}

QList<Device> DeviceStore::ofAccount(AccountId account)
{
    return m_database.select<Device>(
        "SELECT * FROM device WHERE account_id = ? AND deleted_at IS NULL ORDER BY created_at, device_id", account);
}

qint64 DeviceStore::countOf(AccountId account)
{
    return m_database
        .value("SELECT count(*) FROM device WHERE account_id = ? AND source_url NOT LIKE 'sandbox:%'", account)
        .toLongLong();
}

qint64 DeviceStore::presentCountOf(AccountId account)
{
    return m_database
        .value("SELECT count(*) FROM device WHERE account_id = ? AND deleted_at IS NULL "
               "AND source_url NOT LIKE 'sandbox:%'",
               account)
        .toLongLong();
}

QList<Device> DeviceStore::inGroup(AccountId account, DeviceGroupId group)
{
    return m_database.select<Device>(
        "SELECT * FROM device WHERE account_id = ? AND devgroup_id = ? AND deleted_at IS NULL "
        "ORDER BY created_at, device_id",
        account, group);
}

void DeviceStore::setSealedPassword(DeviceId device, const QString &sealed)
{
    m_database.exec("INSERT INTO device_password (device_id, sealed) VALUES (?, ?) "
                    "ON CONFLICT (device_id) DO UPDATE SET sealed = excluded.sealed",
                    device, sealed);
}

QString DeviceStore::sealedPassword(DeviceId device)
{
    return m_database.value("SELECT sealed FROM device_password WHERE device_id = ?", device).toString();
}

qint64 DeviceStore::linkEpoch(DeviceId device)
{
    return m_database.value("SELECT link_epoch FROM device WHERE device_id = ?", device).toLongLong();
}

bool DeviceStore::revokeLinks(AccountId account, DeviceId device)
{
    return m_database.exec("UPDATE device SET link_epoch = link_epoch + 1 "
                           "WHERE device_id = ? AND account_id = ? AND deleted_at IS NULL",
                           device, account)
        > 0;
}

std::optional<DeviceGroup> DeviceStore::findGroup(DeviceGroupId group)
{
    return m_database.one<DeviceGroup>("SELECT * FROM device_group WHERE devgroup_id = ?", group);
}

std::optional<DeviceGroup> DeviceStore::findGroup(AccountId account, DeviceGroupId group)
{
    return m_database.one<DeviceGroup>(
        "SELECT * FROM device_group WHERE devgroup_id = ? AND account_id = ?" + m_database.forShare(), group, account);
}

QList<DeviceGroup> DeviceStore::groups(AccountId account)
{
    return m_database.select<DeviceGroup>(
        "SELECT * FROM device_group WHERE account_id = ? ORDER BY created_at, devgroup_id", account);
}

void DeviceStore::lockDevicesOf(AccountId account, DeviceGroupId group)
{
    m_database.value("SELECT device_id FROM device WHERE account_id = ? AND devgroup_id = ? ORDER BY device_id"
                         + m_database.forUpdate(),
                     account, group);
}

void DeviceStore::removeGroup(DeviceGroupId group)
{
    m_database.exec("DELETE FROM device_group WHERE devgroup_id = ?", group);
}

bool DeviceStore::mayUseMode(AccountId account, DeviceModeId mode)
{
    return m_database
        .value("SELECT 1 FROM device_mode WHERE devicemode_id = ? AND (account_id = ? OR account_id IS NULL)"
                   + m_database.forShare(),
               mode, account)
        .isValid();
}
