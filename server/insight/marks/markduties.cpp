// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of MarkStore for recording, plans, the bin, and searches by time. The others are in markstore.cpp.
#include "server/insight/marks/markstore.h"

#include "models/core/times.h"
#include "server/cameras/bin/purgedstore.h"

#include <algorithm>

void MarkStore::purge(const DeviceMark &mark, const QDateTime &now)
{
    m_database.exec("DELETE FROM device_mark WHERE devicemark_id = ?", mark.devicemarkId);
    PurgedStore(m_database).note(mark.accountId, mark.devicemarkId.toString(), now);
}

namespace {
QList<DeviceMarkId> idsOf(const QList<DeviceMark> &marks)
{
    QList<DeviceMarkId> ids;
    for (const DeviceMark &mark : marks)
        ids += mark.devicemarkId;
    return ids;
}
}

QList<DeviceMarkId> MarkStore::startedBefore(AccountId account, const QDateTime &time, int limit)
{
    return idsOf(m_database.select<DeviceMark>(
        "SELECT devicemark_id FROM device_mark WHERE account_id = ? AND deleted_at IS NULL AND started_at < ? "
        "AND state = 'closed' ORDER BY started_at, devicemark_id LIMIT ?",
        account, time, limit));
}

QList<DeviceMarkId> MarkStore::beyondBytes(AccountId account, qint64 bytes, int limit)
{
    return idsOf(m_database.select<DeviceMark>(
        "SELECT devicemark_id FROM (SELECT devicemark_id, state, sum(media_bytes) OVER (ORDER BY started_at DESC, "
        "devicemark_id DESC) AS total FROM device_mark WHERE account_id = ? AND deleted_at IS NULL) t "
        "WHERE total > ? AND state = 'closed' LIMIT ?",
        account, bytes, limit));
}

QDateTime MarkStore::earliestReaching(AccountId account, const QDateTime &from, const QDateTime &to)
{
    constexpr qint64 usualSeconds = 3600;
    // The first condition matches that of the index device_mark_long, so that the database can use the index.
    const QVariant longest =
        m_database.value("SELECT min(started_at) FROM device_mark WHERE (ended_at IS NULL OR ended_at - started_at > "
                         "3600000) AND account_id = ? AND started_at < ? AND (ended_at IS NULL OR ended_at >= ?)",
                         account, to, from);
    const QDateTime usual = from.addSecs(-usualSeconds);
    return longest.isNull() ? usual : std::min(usual, Times::fromMilliseconds(longest.toLongLong()));
}

QList<DeviceMark> MarkStore::binnedForUpdate(const QDateTime &now, int limit)
{
    return m_database.select<DeviceMark>(
        "SELECT * FROM device_mark WHERE purge_at IS NOT NULL AND purge_at <= ? ORDER BY purge_at LIMIT ?"
            + m_database.skipLocked(),
        now, limit);
}

QList<DeviceMark> MarkStore::abandonedForUpdate(const QDateTime &now)
{
    return m_database.select<DeviceMark>("SELECT m.* FROM device_mark m WHERE m.state = 'open' AND NOT EXISTS "
                                         "(SELECT 1 FROM server s WHERE s.server_id = m.server_id "
                                         "AND s.alive_until >= ?) ORDER BY m.devicemark_id"
                                             + m_database.skipLocked(),
                                         now);
}
