// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/sharing/sharestore.h"

#include "server/core/db/conditions.h"
#include "server/core/http/paging.h"

namespace {
/// `user` is a reserved word of SQL, so the column is called `person`.
const QByteArray columns =
    "share_id, account_id, device_id, devgroup_id, person AS \"user\", until, created_at, updated_at";

QByteArray selectWhere(const QByteArray &condition) { return "SELECT " + columns + " FROM share WHERE " + condition; }

Conditions conditionsOf(const ShareQuery &query)
{
    Conditions conditions("account_id = ?", query.account);
    conditions.filter("device_id = ?", query.device);
    conditions.filter("devgroup_id = ?", query.group);
    return conditions;
}
}

Share ShareStore::put(const Share &share, SessionId session)
{
    const QByteArray object = share.deviceId.isNull() ? "devgroup_id" : "device_id";
    return m_database
        .selectWith<Share>(
            "INSERT INTO share (share_id, account_id, device_id, devgroup_id, person, until, created_at, "
            "updated_at, session_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("
                + object
                + ", person) DO UPDATE SET until = excluded.until, updated_at = excluded.updated_at, "
                  "session_id = excluded.session_id RETURNING "
                + columns,
            {SqlValue::of(share.shareId), SqlValue::of(share.accountId), SqlValue::of(share.deviceId),
             SqlValue::of(share.devgroupId), SqlValue::of(share.user), SqlValue::of(share.until),
             SqlValue::of(share.createdAt), SqlValue::of(share.updatedAt), SqlValue::of(session)})
        .constFirst();
}

std::optional<Share> ShareStore::find(const ShareQuery &object, const QString &person)
{
    Conditions conditions = conditionsOf(object);
    conditions.add("person = ?", person);
    const auto found = m_database.selectWith<Share>(selectWhere(conditions.sql()), conditions.values());
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

bool ShareStore::lockShared(const Share &share)
{
    if (share.deviceId.isNull())
        return m_database
            .value("SELECT 1 FROM device_group WHERE devgroup_id = ? AND account_id = ?" + m_database.forUpdate(),
                   share.devgroupId, share.accountId)
            .isValid();
    return m_database
        .value("SELECT 1 FROM device WHERE device_id = ? AND account_id = ? AND deleted_at IS NULL"
                   + m_database.forUpdate(),
               share.deviceId, share.accountId)
        .isValid();
}

bool ShareStore::remove(ShareId share) { return m_database.exec("DELETE FROM share WHERE share_id = ?", share) > 0; }

QList<Share> ShareStore::list(const ShareQuery &query, const PageRequest &page)
{
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        conditions.add(page.directed("share_id < ?"), page.after.first().toString());
    return m_database.selectWith<Share>(
        selectWhere(conditions.sql() + " ORDER BY " + page.directed("share_id DESC") + " LIMIT ? OFFSET ?"),
        conditions.values() + QVariantList{page.limit(), page.offset()});
}

qint64 ShareStore::count(const ShareQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.valueWith("SELECT count(*) FROM share WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

QList<Share> ShareStore::ofDevice(DeviceId device)
{
    return m_database.select<Share>(selectWhere("device_id = ? ORDER BY share_id"), device);
}

QList<Share> ShareStore::ofGroup(DeviceGroupId group)
{
    return m_database.select<Share>(selectWhere("devgroup_id = ? ORDER BY share_id"), group);
}

bool ShareStore::hasExpired(const QDateTime &now)
{
    return m_database.value("SELECT 1 FROM share WHERE until <= ? LIMIT 1", now).isValid();
}

QList<Share> ShareStore::expired(const QDateTime &now)
{
    return m_database.select<Share>(selectWhere("until <= ?" + m_database.skipLocked()), now);
}
