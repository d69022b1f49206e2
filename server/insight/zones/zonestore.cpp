// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/zones/zonestore.h"

QList<Zone> ZoneStore::ofDevice(DeviceId device)
{
    return m_database.select<Zone>("SELECT * FROM zone WHERE device_id = ? ORDER BY created_at, zone_id", device);
}

std::optional<Zone> ZoneStore::find(ZoneId zone)
{
    return m_database.one<Zone>("SELECT * FROM zone WHERE zone_id = ?", zone);
}

std::optional<Zone> ZoneStore::find(AccountId account, ZoneId zone)
{
    return m_database.one<Zone>(
        "SELECT z.* FROM zone z JOIN device d ON d.device_id = z.device_id WHERE d.account_id = ? AND z.zone_id = ?",
        account, zone);
}

void ZoneStore::remove(ZoneId zone) { m_database.exec("DELETE FROM zone WHERE zone_id = ?", zone); }
