// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/modes/nearmissstore.h"

#include "server/core/db/conditions.h"
#include "server/core/http/paging.h"

#include <QJsonDocument>

namespace {
Conditions conditionsOf(const NearMissQuery &query)
{
    Conditions conditions("account_id = ? AND devicemode_id = ?", query.account, query.mode);
    conditions.filter("device_id = ?", query.device);
    conditions.filter("started_at >= ?", query.from);
    conditions.filter("started_at < ?", query.to);
    return conditions;
}
}

void NearMissStore::add(const ModeNearMiss &miss)
{
    m_database.exec(
        "INSERT INTO near_miss (account_id, device_id, devicemode_id, devicemode_version, started_at, ended_at, label, "
        "pointer, measured, required, nearness, conditions_met, reason) SELECT d.account_id, d.device_id, "
        "m.devicemode_id, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), ?, ?, CAST(? AS DOUBLE PRECISION), "
        "CAST(? AS DOUBLE PRECISION), CAST(? AS DOUBLE PRECISION), CAST(? AS BOOLEAN), ? FROM device d, device_mode m "
        "WHERE d.device_id = ? AND d.deleted_at IS NULL AND m.devicemode_id = ? ON CONFLICT DO NOTHING",
        miss.devicemodeVersion, miss.startedAt, miss.endedAt, miss.label, miss.pointer, miss.measured, miss.required,
        miss.nearness, miss.conditionsMet, QString::fromUtf8(QJsonDocument(miss.reason).toJson(QJsonDocument::Compact)),
        miss.deviceId, miss.devicemodeId);
    m_database.exec("DELETE FROM near_miss WHERE device_id = ? AND devicemode_id = ? AND started_at <= (SELECT "
                    "started_at FROM near_miss WHERE device_id = ? AND devicemode_id = ? ORDER BY started_at DESC "
                    "LIMIT 1 OFFSET ?)",
                    miss.deviceId, miss.devicemodeId, miss.deviceId, miss.devicemodeId, most);
}

QList<ModeNearMiss> NearMissStore::list(const NearMissQuery &query, const PageRequest &page)
{
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        conditions.addWith(page.directed("(started_at, device_id) < (?, ?)"), page.afterTimeAndId());
    return m_database.selectWith<ModeNearMiss>("SELECT * FROM near_miss WHERE " + conditions.sql() + " ORDER BY "
                                                   + page.directed("started_at DESC, device_id DESC")
                                                   + " LIMIT ? OFFSET ?",
                                               conditions.values() + QVariantList{page.limit(), page.offset()});
}

qint64 NearMissStore::count(const NearMissQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.valueWith("SELECT count(*) FROM near_miss WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

bool NearMissStore::ownsDevice(AccountId account, DeviceId device)
{
    return m_database
        .value("SELECT 1 FROM device WHERE device_id = ? AND account_id = ? AND deleted_at IS NULL", device, account)
        .isValid();
}

void NearMissStore::removeBefore(const QDateTime &time)
{
    m_database.exec("DELETE FROM near_miss WHERE started_at < ?", time);
}
