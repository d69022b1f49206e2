// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/archivestore.h"

#include "models/core/times.h"
#include "server/cameras/bin/purgedstore.h"
#include "server/core/db/conditions.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {

Conditions conditionsOf(const ArchiveQuery &query)
{
    Conditions conditions("account_id = ? AND deleted_at IS NULL", query.account);
    conditions.filter("device_id = ?", query.device);
    conditions.filter("kind = ?", query.kind);
    conditions.filter("taken_at >= ?", query.from);
    conditions.filter("taken_at < ?", query.to);
    return conditions;
}

/// Adds what follows from a row, and leaves out a hold that has ended.
void complete(DeviceData &data, const QDateTime &now)
{
    data.content = u"/v1/device-data/%1/content"_s.arg(data.dataId.toString());
    if (!data.isHeld(now))
        data.endHold();
}

std::optional<DeviceData> completed(std::optional<DeviceData> data)
{
    if (data)
        complete(*data, Times::now());
    return data;
}

QList<DeviceData> completed(QList<DeviceData> all)
{
    const QDateTime now = Times::now();
    for (DeviceData &data : all)
        complete(data, now);
    return all;
}
}

QJsonArray ArchiveStore::cursor(const DeviceData &data)
{
    return {data.takenAt.toMSecsSinceEpoch(), data.dataId.toString()};
}

QList<DeviceData> ArchiveStore::list(const ArchiveQuery &query, const PageRequest &page)
{
    const bool descending = page.sort.isEmpty() || page.sort.constFirst().descending;
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        conditions.addWith(page.directed(descending ? "(taken_at, data_id) < (?, ?)" : "(taken_at, data_id) > (?, ?)"),
                           page.afterTimeAndId());
    const QByteArray order = page.directed(descending ? "taken_at DESC, data_id DESC" : "taken_at ASC, data_id ASC");
    return completed(m_database.selectWith<DeviceData>(
        "SELECT * FROM device_data WHERE " + conditions.sql() + " ORDER BY " + order + " LIMIT ? OFFSET ?",
        conditions.values() + QVariantList{page.limit(), page.offset()}));
}

qint64 ArchiveStore::count(const ArchiveQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.valueWith("SELECT count(*) FROM device_data WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

qint64 ArchiveStore::countOf(AccountId account)
{
    return m_database.value("SELECT count(*) FROM device_data WHERE account_id = ?", account).toLongLong();
}

qint64 ArchiveStore::pendingOf(AccountId account)
{
    return m_database
        .value("SELECT count(*) FROM device_data WHERE account_id = ? AND state = 'pending' AND deleted_at IS NULL",
               account)
        .toLongLong();
}

double ArchiveStore::pendingSeconds(AccountId account)
{
    return m_database
        .value("SELECT coalesce(sum(duration), 0) FROM device_data WHERE account_id = ? AND state = 'pending'", account)
        .toDouble();
}

std::optional<DeviceData> ArchiveStore::find(DeviceDataId data)
{
    return completed(m_database.one<DeviceData>("SELECT * FROM device_data WHERE data_id = ?", data));
}

std::optional<DeviceData> ArchiveStore::findForUpdate(AccountId account, DeviceDataId data)
{
    return completed(m_database.one<DeviceData>(
        "SELECT * FROM device_data WHERE data_id = ? AND account_id = ?" + m_database.forUpdate(), data, account));
}

void ArchiveStore::purge(const DeviceData &data, const QDateTime &now)
{
    m_database.exec("DELETE FROM device_data WHERE data_id = ?", data.dataId);
    PurgedStore(m_database).note(data.accountId, data.dataId.toString(), now);
}

qint64 ArchiveStore::bytesOf(AccountId account)
{
    return m_database
        .value("SELECT cast(coalesce((SELECT sum(bytes) FROM device_data WHERE account_id = ?), 0) "
               "+ coalesce((SELECT sum(media_bytes) FROM device_mark WHERE account_id = ?), 0) AS BIGINT)",
               account, account)
        .toLongLong();
}

qint64 ArchiveStore::archivedBytes(AccountId account)
{
    return m_database
        .value("SELECT cast(coalesce(sum(bytes), 0) AS BIGINT) FROM device_data WHERE account_id = ? AND deleted_at IS "
               "NULL",
               account)
        .toLongLong();
}

QList<DeviceData> ArchiveStore::takenBefore(AccountId account, const QDateTime &time, int limit)
{
    return m_database.select<DeviceData>("SELECT * FROM device_data WHERE account_id = ? AND deleted_at IS NULL AND "
                                         "taken_at < ? AND (held_at IS NULL OR hold_until <= ?) "
                                         "ORDER BY taken_at, data_id LIMIT ?"
                                             + m_database.forUpdate(),
                                         account, time, Times::now(), limit);
}

QList<DeviceData> ArchiveStore::binnedForUpdate(const QDateTime &now, int limit)
{
    return m_database.select<DeviceData>(
        "SELECT * FROM device_data WHERE purge_at IS NOT NULL AND purge_at <= ? ORDER BY purge_at LIMIT ?"
            + m_database.skipLocked(),
        now, limit);
}

qint64 ArchiveStore::linkEpoch(DeviceDataId data)
{
    return m_database.value("SELECT link_epoch FROM device_data WHERE data_id = ?", data).toLongLong();
}

void ArchiveStore::revokeLinks(DeviceDataId data)
{
    m_database.exec("UPDATE device_data SET link_epoch = link_epoch + 1 WHERE data_id = ?", data);
}
