// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/modes/modestore.h"

#include "models/cameras/device.h"
#include "models/cameras/devicegroup.h"
#include "server/core/http/paging.h"
#include "server/identity/access/viewerstore.h"
#include "server/insight/vision/conditionjson.h"

using namespace Qt::StringLiterals;

DeviceModeId ModeStore::fallback()
{
    static const DeviceModeId motion = *DeviceModeId::parse(u"mode_00000000000000000000000001"_s);
    return motion;
}

Conditions ModeStore::usableBy(AccountId account)
{
    return Conditions("(d.account_id IS NULL OR d.account_id = ?)", account);
}

Conditions ModeStore::seenBy(UserId viewer, AccountId account)
{
    Conditions conditions;
    conditions.addWith(
        QByteArray("(d.account_id IS NULL OR (d.account_id = ? AND EXISTS (SELECT 1 FROM device_mark m WHERE "
                   "m.devicemode_id = d.devicemode_id AND m.deleted_at IS NULL AND m.device_id IN (")
            + ViewerStore::devicesSql + "))))",
        QVariantList{SqlValue::of(account)} + ViewerStore::values(viewer));
    return conditions;
}

QList<DeviceMode> ModeStore::list(Conditions conditions, const PageRequest &page)
{
    if (page.byCursor) {
        const QJsonArray &keys = page.after;
        if (keys.size() != 3 || !keys[0].isString() || !keys[1].isDouble() || !keys[2].isString())
            throw PageRequest::foreignCursor();
        conditions.addWith(page.directed("(COALESCE(d.account_id, ''), d.created_at, d.devicemode_id) > (?, ?, ?)"),
                           {keys[0].toString(), keys[1].toInteger(), keys[2].toString()});
    }
    return m_database.selectWith<DeviceMode>(
        "SELECT * FROM device_mode d WHERE " + conditions.sql() + " ORDER BY "
            + page.directed("COALESCE(d.account_id, '') ASC, d.created_at ASC, d.devicemode_id ASC")
            + " LIMIT ? OFFSET ?",
        conditions.values() + QVariantList{page.limit(), page.offset()});
}

qint64 ModeStore::count(const Conditions &conditions)
{
    return m_database.valueWith("SELECT count(*) FROM device_mode d WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

std::optional<DeviceMode> ModeStore::ownNamed(AccountId account, const QString &name)
{
    return m_database.one<DeviceMode>(
        "SELECT * FROM device_mode WHERE account_id = ? AND name = ? ORDER BY created_at, devicemode_id LIMIT 1",
        account, name);
}

bool ModeStore::isSeenBy(UserId viewer, AccountId account, DeviceModeId mode)
{
    Conditions conditions = seenBy(viewer, account);
    conditions.add("d.devicemode_id = ?", mode);
    return count(conditions) > 0;
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

QList<DeviceMode> ModeStore::versions(DeviceModeId mode, const PageRequest &page)
{
    Conditions conditions("devicemode_id = ?", mode);
    if (page.byCursor) {
        if (page.after.size() != 1 || !page.after[0].isDouble())
            throw PageRequest::foreignCursor();
        conditions.add(page.directed("version < ?"), page.after[0].toInteger());
    }
    return m_database.selectWith<DeviceMode>("SELECT * FROM device_mode_version WHERE " + conditions.sql()
                                                 + " ORDER BY " + page.directed("version DESC") + " LIMIT ? OFFSET ?",
                                             conditions.values() + QVariantList{page.limit(), page.offset()});
}

qint64 ModeStore::countVersions(DeviceModeId mode)
{
    return m_database.value("SELECT count(*) FROM device_mode_version WHERE devicemode_id = ?", mode).toLongLong();
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
    // An earlier version stored IDs as clients wrote them: in any case, with the letter O for 0, and with I or L for 1.
    QString spelling = zone.toString();
    spelling.replace(u'0', u'_').replace(u'1', u'_');
    QStringList ids;
    for (const DeviceMode &mode : m_database.select<DeviceMode>(
             "SELECT devicemode_id, conditions FROM device_mode WHERE account_id = ? AND lower(conditions) LIKE ? "
             "ORDER BY devicemode_id",
             account, QString(u'%' + spelling + u'%'))) {
        if (ConditionJson::zones(mode.conditions).contains(zone))
            ids += mode.devicemodeId.toString();
    }
    return ids;
}
