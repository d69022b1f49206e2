// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/sharing/sharestore.h"

#include "server/core/http/paging.h"

namespace {
/// `user` is a word of SQL's own, and so no column's name.
const QByteArray columns =
    "share_id, account_id, device_id, devgroup_id, person AS \"user\", until, created_at, updated_at";

QByteArray selectWhere(const QByteArray &condition) { return "SELECT " + columns + " FROM share WHERE " + condition; }

/// The text after WHERE, with its values.
struct Condition
{
    explicit Condition(const ShareQuery &query)
        : sql("account_id = ?")
        , values{SqlValue::of(query.account)}
    {
        if (!query.device.isNull()) {
            sql += " AND device_id = ?";
            values += SqlValue::of(query.device);
        }
        if (!query.group.isNull()) {
            sql += " AND devgroup_id = ?";
            values += SqlValue::of(query.group);
        }
    }
    QByteArray sql;
    QVariantList values;
};
}

Share ShareStore::put(const Share &share)
{
    const QByteArray object = share.deviceId.isNull() ? "devgroup_id" : "device_id";
    return m_database
        .selectWith<Share>(
            "INSERT INTO share (share_id, account_id, device_id, devgroup_id, person, until, created_at, "
            "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("
                + object
                + ", person) DO UPDATE SET until = excluded.until, updated_at = excluded.updated_at "
                  "RETURNING "
                + columns,
            {SqlValue::of(share.shareId), SqlValue::of(share.accountId), SqlValue::of(share.deviceId),
             SqlValue::of(share.devgroupId), SqlValue::of(share.user), SqlValue::of(share.until),
             SqlValue::of(share.createdAt), SqlValue::of(share.updatedAt)})
        .constFirst();
}

std::optional<Share> ShareStore::find(const ShareQuery &object, const QString &person)
{
    Condition condition(object);
    condition.values += person;
    const auto found = m_database.selectWith<Share>(selectWhere(condition.sql + " AND person = ?"), condition.values);
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
    Condition condition(query);
    if (page.byCursor) {
        condition.sql += " AND share_id < ?";
        condition.values += page.after.first().toString();
    }
    condition.values += page.limit();
    condition.values += page.offset();
    return m_database.selectWith<Share>(selectWhere(condition.sql + " ORDER BY share_id DESC LIMIT ? OFFSET ?"),
                                        condition.values);
}

qint64 ShareStore::count(const ShareQuery &query)
{
    const Condition condition(query);
    return m_database.valueWith("SELECT count(*) FROM share WHERE " + condition.sql, condition.values).toLongLong();
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
