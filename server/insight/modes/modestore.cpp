// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/modes/modestore.h"

#include "models/cameras/device.h"
#include "models/cameras/devicegroup.h"
#include "server/identity/access/viewerstore.h"

using namespace Qt::StringLiterals;

DeviceModeId ModeStore::fallback()
{
    static const DeviceModeId motion = *DeviceModeId::parse(u"mode_00000000000000000000000001"_s);
    return motion;
}

QList<DeviceMode> ModeStore::usableBy(AccountId account)
{
    return m_database.select<DeviceMode>(
        "SELECT * FROM device_mode WHERE account_id IS NULL OR account_id = ? "
        "ORDER BY CASE WHEN account_id IS NULL THEN 0 ELSE 1 END, created_at, devicemode_id",
        account);
}

QList<DeviceMode> ModeStore::namesSeenBy(UserId viewer, AccountId account)
{
    auto modes = m_database.selectWith<DeviceMode>(
        QByteArray(
            "SELECT * FROM device_mode d WHERE d.account_id IS NULL OR (d.account_id = ? AND EXISTS (SELECT 1 "
            "FROM device_mark m WHERE m.devicemode_id = d.devicemode_id AND m.deleted_at IS NULL AND m.device_id "
            "IN (")
            + ViewerStore::devicesSql
            + "))) ORDER BY CASE WHEN d.account_id IS NULL THEN 0 ELSE 1 END, d.created_at, "
              "d.devicemode_id",
        QVariantList{SqlValue::of(account)} + ViewerStore::values(viewer));
    for (DeviceMode &mode : modes)
        mode = nameOf(mode);
    return modes;
}

DeviceMode ModeStore::nameOf(DeviceMode mode)
{
    if (!mode.accountId.isNull()) {
        mode.conditions = {};
        mode.actions = {};
    }
    return mode;
}

QList<WatchedDevice> ModeStore::watched()
{
    return m_database.select<WatchedDevice>(
        "SELECT d.device_id, a.time_zone, COALESCE(s.objects, 'by_mode') AS objects, m.devicemode_id, m.version, "
        "COALESCE(z.zones, 0) AS zones, COALESCE(z.stamp, 0) AS zones_stamp FROM device d "
        "JOIN account a ON a.account_id = d.account_id "
        "LEFT JOIN device_group g ON g.devgroup_id = d.devgroup_id "
        "LEFT JOIN analysis_settings s ON s.device_id = d.device_id "
        // Servers have clocks of their own, so that the latest time need not change. The sum does.
        "LEFT JOIN (SELECT device_id, count(*) AS zones, CAST(sum(updated_at) AS BIGINT) AS stamp FROM zone "
        "GROUP BY device_id) z ON z.device_id = d.device_id "
        "JOIN device_mode m ON m.devicemode_id = COALESCE(d.devicemode_id, g.devicemode_id, ?) "
        "WHERE d.deleted_at IS NULL",
        fallback());
}

DeviceModeId ModeStore::ofDevice(DeviceId device)
{
    const QString mode = m_database
                             .value("SELECT COALESCE(d.devicemode_id, g.devicemode_id) FROM device d LEFT JOIN "
                                    "device_group g ON g.devgroup_id = d.devgroup_id WHERE d.device_id = ?",
                                    device)
                             .toString();
    return DeviceModeId::parse(mode).value_or(fallback());
}

std::optional<DeviceMode> ModeStore::find(DeviceModeId mode)
{
    return m_database.one<DeviceMode>("SELECT * FROM device_mode WHERE devicemode_id = ?", mode);
}

std::optional<DeviceMode> ModeStore::version(DeviceModeId mode, qint64 version)
{
    return m_database.one<DeviceMode>("SELECT * FROM device_mode_version WHERE devicemode_id = ? AND version = ?", mode,
                                      version);
}

QList<DeviceMode> ModeStore::versions(DeviceModeId mode)
{
    return m_database.select<DeviceMode>(
        "SELECT * FROM device_mode_version WHERE devicemode_id = ? ORDER BY version DESC", mode);
}

qint64 ModeStore::countOf(AccountId account)
{
    return m_database.value("SELECT count(*) FROM device_mode WHERE account_id = ?", account).toLongLong();
}

qint64 ModeStore::versionsOf(AccountId account)
{
    return m_database.value("SELECT count(*) FROM device_mode_version WHERE account_id = ?", account).toLongLong();
}

void ModeStore::removeUnusedVersions(const QDateTime &time)
{
    m_database.exec("DELETE FROM device_mode_version WHERE updated_at < ? AND NOT EXISTS (SELECT 1 FROM device_mode m "
                    "WHERE m.devicemode_id = device_mode_version.devicemode_id AND "
                    "m.version - device_mode_version.version < 100) AND NOT EXISTS (SELECT 1 FROM device_mark k WHERE "
                    "k.devicemode_id = device_mode_version.devicemode_id AND "
                    "k.devicemode_version = device_mode_version.version)",
                    time);
}

void ModeStore::insert(const DeviceMode &mode)
{
    m_database.insert(mode);
    keepVersion(mode.devicemodeId);
}

void ModeStore::update(const DeviceMode &mode)
{
    m_database.update(mode);
    keepVersion(mode.devicemodeId);
}

void ModeStore::keepVersion(DeviceModeId mode)
{
    m_database.exec(
        "INSERT INTO device_mode_version (devicemode_id, version, account_id, name, conditions, actions, "
        "schedule, min_duration, merge_gap, cooldown, cooldown_per, max_per_hour, max_duration, created_at, "
        "updated_at) SELECT devicemode_id, version, account_id, name, conditions, actions, schedule, "
        "min_duration, merge_gap, cooldown, cooldown_per, max_per_hour, max_duration, created_at, "
        "updated_at FROM device_mode WHERE devicemode_id = ?",
        mode);
}

void ModeStore::remove(DeviceModeId mode) { m_database.exec("DELETE FROM device_mode WHERE devicemode_id = ?", mode); }

QStringList ModeStore::devicesWith(DeviceModeId mode)
{
    QStringList ids;
    for (const Device &device :
         m_database.select<Device>("SELECT device_id FROM device WHERE devicemode_id = ? ORDER BY device_id", mode))
        ids += device.deviceId.toString();
    return ids;
}

QStringList ModeStore::groupsWith(DeviceModeId mode)
{
    QStringList ids;
    for (const DeviceGroup &group : m_database.select<DeviceGroup>(
             "SELECT devgroup_id FROM device_group WHERE devicemode_id = ? ORDER BY devgroup_id", mode))
        ids += group.devgroupId.toString();
    return ids;
}

void ModeStore::lockUsers(DeviceModeId mode)
{
    m_database.value("SELECT device_id FROM device WHERE devicemode_id = ? ORDER BY device_id" + m_database.forUpdate(),
                     mode);
    m_database.value("SELECT devgroup_id FROM device_group WHERE devicemode_id = ? ORDER BY devgroup_id"
                         + m_database.forUpdate(),
                     mode);
}

void ModeStore::replace(DeviceModeId mode, DeviceModeId by)
{
    m_database.exec("UPDATE device SET devicemode_id = ? WHERE devicemode_id = ?", by, mode);
    m_database.exec("UPDATE device_group SET devicemode_id = ? WHERE devicemode_id = ?", by, mode);
}

QStringList ModeStore::modesNaming(AccountId account, ZoneId zone)
{
    QStringList ids;
    for (const DeviceMode &mode : m_database.select<DeviceMode>(
             "SELECT devicemode_id FROM device_mode WHERE account_id = ? AND conditions LIKE ? ORDER BY devicemode_id",
             account, QString(u'%' + zone.toString() + u'%')))
        ids += mode.devicemodeId.toString();
    return ids;
}
