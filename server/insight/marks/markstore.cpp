// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markstore.h"

#include "server/core/http/paging.h"

#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

QByteArray columnOf(const QString &key) { return key == u"date"_s ? "m.started_at" : "m.device_id"; }

/// Returns the columns of the sort keys with the direction in which they are read. The id is the last column, so that
/// the order is total.
QList<std::pair<QByteArray, bool>> orderOf(const PageRequest &page)
{
    QList<std::pair<QByteArray, bool>> order;
    for (const SortKey &key : page.sort)
        order += {columnOf(key.name), key.descending != page.backwards};
    order += {"m.devicemark_id", (page.sort.isEmpty() || page.sort.constFirst().descending) != page.backwards};
    return order;
}

QVariant cursorValue(const QByteArray &column, const QJsonValue &value)
{
    if (column == "m.started_at" ? !value.isDouble() : !value.isString())
        throw PageRequest::foreignCursor();
    return value.isDouble() ? QVariant(value.toInteger()) : QVariant(value.toString());
}

/// Restricts the query to the rows after the cursor: those after it in the first key, or equal in the first key and
/// after it in the second, and so on. A row value comparison would not support keys with different directions.
void addCursor(Conditions &conditions, const PageRequest &page)
{
    const auto order = orderOf(page);
    if (page.after.size() != order.size())
        throw PageRequest::foreignCursor();
    QByteArrayList ways;
    QVariantList values;
    for (qsizetype depth = 0; depth < order.size(); ++depth) {
        QByteArrayList parts;
        for (qsizetype i = 0; i <= depth; ++i) {
            const auto &[column, descending] = order[i];
            parts += column + (i < depth ? " = ?" : descending ? " < ?" : " > ?");
            values += cursorValue(column, page.after[i]);
        }
        ways += '(' + parts.join(" AND ") + ')';
    }
    // This condition on the first key is redundant, but an index can use it.
    const auto &[column, descending] = order.constFirst();
    conditions.addWith(column + (descending ? " <= ?" : " >= ?"), {cursorValue(column, page.after.first())});
    conditions.addWith('(' + ways.join(" OR ") + ')', values);
}

QVariantList texts(const QList<DeviceMarkId> &marks)
{
    QVariantList values;
    for (const DeviceMarkId &mark : marks)
        values += SqlValue::of(mark);
    return values;
}
}

QJsonArray markCursor(const DeviceMark &mark, const PageRequest &page)
{
    QJsonArray values;
    for (const SortKey &key : page.sort)
        values += key.name == u"date"_s ? QJsonValue(mark.startedAt.toMSecsSinceEpoch())
                                        : QJsonValue(mark.deviceId.toString());
    values += mark.devicemarkId.toString();
    return values;
}

QList<DeviceMark> MarkStore::list(const MarkQuery &query, const PageRequest &page)
{
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        addCursor(conditions, page);
    QByteArrayList order;
    for (const auto &[column, descending] : orderOf(page))
        order += column + (descending ? " DESC" : "");
    auto marks = m_database.selectWith<DeviceMark>("SELECT m.* FROM device_mark m WHERE " + conditions.sql()
                                                       + " ORDER BY " + order.join(", ") + " LIMIT ? OFFSET ?",
                                                   conditions.values() + QVariantList{page.limit(), page.offset()});
    fillRead(query.reader, marks);
    return marks;
}

qint64 MarkStore::count(const MarkQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.valueWith("SELECT count(*) FROM device_mark m WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

qint64 MarkStore::countOutside(AccountId account)
{
    return m_database
        .value("SELECT count(*) FROM device_mark WHERE account_id = ? AND substr(reason, 1, 11) = '{\"outside\":'",
               account)
        .toLongLong();
}

QList<DeviceMark> MarkStore::latest(const MarkQuery &query)
{
    auto marks = m_database.select<DeviceMark>(
        "SELECT m.* FROM device_mode d JOIN device_mark m ON m.devicemark_id = "
        "(SELECT n.devicemark_id FROM device_mark n WHERE n.device_id = ? AND n.devicemode_id = d.devicemode_id "
        "AND n.deleted_at IS NULL ORDER BY n.started_at DESC, n.devicemark_id DESC LIMIT 1) "
        "WHERE (d.account_id IS NULL OR d.account_id = ?) AND m.account_id = ? "
        "ORDER BY m.started_at DESC, m.devicemark_id DESC",
        query.device, query.account, query.account);
    fillRead(query.reader, marks);
    return marks;
}

QList<UnreadCount> MarkStore::unread(MarkQuery query)
{
    query.unread = true;
    const Conditions conditions = conditionsOf(query);
    return m_database.selectWith<UnreadCount>(
        "SELECT m.started_at / 900000 AS quarter, m.device_id, m.label, count(*) AS count FROM device_mark m WHERE "
            + conditions.sql() + " GROUP BY m.started_at / 900000, m.device_id, m.label ORDER BY 1 DESC, 2, 3",
        conditions.values());
}

std::optional<DeviceMark> MarkStore::find(AccountId account, DeviceMarkId mark)
{
    return m_database.one<DeviceMark>("SELECT * FROM device_mark WHERE devicemark_id = ? AND account_id = ?", mark,
                                      account);
}

std::optional<DeviceMark> MarkStore::find(DeviceMarkId mark)
{
    return m_database.one<DeviceMark>("SELECT * FROM device_mark WHERE devicemark_id = ?", mark);
}

std::optional<DeviceMark> MarkStore::findForUpdate(DeviceMarkId mark)
{
    return m_database.one<DeviceMark>("SELECT * FROM device_mark WHERE devicemark_id = ?" + m_database.forUpdate(),
                                      mark);
}

QList<DeviceMark> MarkStore::ownedForUpdate(AccountId account, const QList<DeviceMarkId> &marks)
{
    // Rows are always locked in this order, so that two requests for the same marks cannot deadlock.
    return m_database.selectWith<DeviceMark>("SELECT * FROM device_mark WHERE account_id = ? AND devicemark_id IN ("
                                                 + Database::placeholders(marks.size()) + ") ORDER BY devicemark_id"
                                                 + m_database.forUpdate(),
                                             QVariantList{SqlValue::of(account)} + texts(marks));
}

void MarkStore::fillRead(UserId reader, QList<DeviceMark> &marks)
{
    if (marks.isEmpty())
        return;
    QList<DeviceMarkId> ids;
    for (const DeviceMark &mark : marks)
        ids += mark.devicemarkId;
    const auto rows =
        m_database.selectWith<DeviceMark>("SELECT devicemark_id FROM mark_read WHERE user_id = ? AND devicemark_id IN ("
                                              + Database::placeholders(ids.size()) + ')',
                                          QVariantList{SqlValue::of(reader)} + texts(ids));
    QSet<DeviceMarkId> read;
    for (const DeviceMark &row : rows)
        read += row.devicemarkId;
    for (DeviceMark &mark : marks)
        mark.read = read.contains(mark.devicemarkId);
}

qint64 MarkStore::execOver(QByteArrayView sql, const QVariantList &values, const QList<DeviceMarkId> &marks,
                           QByteArrayView rest)
{
    return m_database.execWith(sql.toByteArray() + " IN (" + Database::placeholders(marks.size()) + ')'
                                   + rest.toByteArray(),
                               values + texts(marks));
}

qint64 MarkStore::setRead(const MarkQuery &query, const QDateTime &now)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.execWith("INSERT INTO mark_read (user_id, devicemark_id, read_at) "
                               "SELECT cast(? AS TEXT), m.devicemark_id, cast(? AS BIGINT) FROM device_mark m WHERE "
                                   + conditions.sql() + " ON CONFLICT DO NOTHING",
                               QVariantList{SqlValue::of(query.reader), SqlValue::of(now)} + conditions.values());
}

qint64 MarkStore::setUnread(const MarkQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.execWith("DELETE FROM mark_read WHERE user_id = ? AND devicemark_id IN "
                               "(SELECT m.devicemark_id FROM device_mark m WHERE "
                                   + conditions.sql() + ')',
                               QVariantList{SqlValue::of(query.reader)} + conditions.values());
}

qint64 MarkStore::setRead(UserId reader, const QList<DeviceMarkId> &marks, const QDateTime &now)
{
    return execOver("INSERT INTO mark_read (user_id, devicemark_id, read_at) "
                    "SELECT cast(? AS TEXT), devicemark_id, cast(? AS BIGINT) FROM device_mark WHERE devicemark_id",
                    {SqlValue::of(reader), SqlValue::of(now)}, marks, " ON CONFLICT DO NOTHING");
}

qint64 MarkStore::setUnread(UserId reader, const QList<DeviceMarkId> &marks)
{
    return execOver("DELETE FROM mark_read WHERE user_id = ? AND devicemark_id", {SqlValue::of(reader)}, marks, {});
}

void MarkStore::insert(DeviceMark mark)
{
    mark.mediaBytes = mark.snapshot.bytes + mark.thumbnail.bytes + mark.clip.bytes;
    m_database.insert(mark);
    keepZones(mark);
}

void MarkStore::update(DeviceMark mark)
{
    mark.mediaBytes = mark.snapshot.bytes + mark.thumbnail.bytes + mark.clip.bytes;
    m_database.update(mark);
    keepZones(mark);
}

/// Adds the mark's zones. A zone is never removed from a mark.
void MarkStore::keepZones(const DeviceMark &mark)
{
    for (const ZoneId &zone : mark.zones)
        m_database.exec("INSERT INTO mark_zone (zone_id, devicemark_id) VALUES (?, ?) ON CONFLICT DO NOTHING", zone,
                        mark.devicemarkId);
}

qint64 MarkStore::moveToBin(const QList<DeviceMarkId> &marks, const QDateTime &now, const QDateTime &purgeAt)
{
    return execOver("UPDATE device_mark SET deleted_at = ?, purge_at = ?, updated_at = ? WHERE devicemark_id",
                    {SqlValue::of(now), SqlValue::of(purgeAt), SqlValue::of(now)}, marks, " AND deleted_at IS NULL");
}

qint64 MarkStore::restore(const QList<DeviceMarkId> &marks, const QDateTime &now)
{
    return execOver("UPDATE device_mark SET deleted_at = NULL, purge_at = NULL, updated_at = ? WHERE devicemark_id",
                    {SqlValue::of(now)}, marks, " AND deleted_at IS NOT NULL");
}

qint64 MarkStore::linkEpoch(DeviceMarkId mark)
{
    return m_database.value("SELECT link_epoch FROM device_mark WHERE devicemark_id = ?", mark).toLongLong();
}

void MarkStore::revokeLinks(DeviceMarkId mark)
{
    m_database.exec("UPDATE device_mark SET link_epoch = link_epoch + 1 WHERE devicemark_id = ?", mark);
}

bool MarkStore::ownsDevice(AccountId account, DeviceId device)
{
    return m_database
        .value("SELECT 1 FROM device WHERE device_id = ? AND account_id = ? AND deleted_at IS NULL", device, account)
        .isValid();
}

bool MarkStore::ownsGroup(AccountId account, DeviceGroupId group)
{
    return m_database.value("SELECT 1 FROM device_group WHERE devgroup_id = ? AND account_id = ?", group, account)
        .isValid();
}

bool MarkStore::mayUseMode(AccountId account, DeviceModeId mode)
{
    return m_database
        .value("SELECT 1 FROM device_mode WHERE devicemode_id = ? AND (account_id IS NULL OR account_id = ?)", mode,
               account)
        .isValid();
}

QTimeZone MarkStore::timeZone(AccountId account)
{
    const QTimeZone zone(
        m_database.value("SELECT time_zone FROM account WHERE account_id = ?", account).toString().toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}
