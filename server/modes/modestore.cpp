// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/modes/modestore.h"

QList<DeviceMode> ModeStore::usableBy(AccountId account)
{
    return m_database.select<DeviceMode>(
        "SELECT * FROM device_mode WHERE account_id IS NULL OR account_id = ? "
        "ORDER BY CASE WHEN account_id IS NULL THEN 0 ELSE 1 END, created_at, devicemode_id",
        account);
}

QList<WatchedDevice> ModeStore::watched()
{
    return m_database.select<WatchedDevice>(
        "SELECT d.device_id, m.devicemode_id, m.version, m.conditions, m.min_duration, m.merge_gap, m.cooldown, "
        "m.max_duration FROM device d LEFT JOIN device_group g ON g.devgroup_id = d.devgroup_id "
        "JOIN device_mode m ON m.devicemode_id "
        "= COALESCE(d.devicemode_id, g.devicemode_id, 'mode_00000000000000000000000001') "
        "WHERE d.deleted_at IS NULL");
}
