// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/bin/binstore.h"

#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {

/// Returns the query for the items of one type in an account's bin.
QByteArray selectOf(BinItem::Type type)
{
    switch (type) {
    case BinItem::Type::Device:
        return "SELECT device_id AS id, 'device' AS type, device_id, name, deleted_at, purge_at FROM device "
               "WHERE account_id = ? AND deleted_at IS NOT NULL AND source_url NOT LIKE 'sandbox:%'";
    case BinItem::Type::Data:
        return "SELECT data_id AS id, 'data' AS type, device_id, kind AS name, deleted_at, purge_at FROM device_data "
               "WHERE account_id = ? AND deleted_at IS NOT NULL";
    case BinItem::Type::Mark:
        break;
    }
    return "SELECT devicemark_id AS id, 'mark' AS type, device_id, label AS name, deleted_at, purge_at FROM "
           "device_mark WHERE account_id = ? AND deleted_at IS NOT NULL";
}

QByteArray selectOf(const QList<BinItem::Type> &types)
{
    QByteArrayList parts;
    for (const BinItem::Type type : types)
        parts += selectOf(type);
    return "SELECT * FROM (" + parts.join(" UNION ALL ") + ") t";
}

QVariantList valuesOf(AccountId account, const QList<BinItem::Type> &types)
{
    return QVariantList(types.size(), SqlValue::of(account));
}
}

QJsonArray BinStore::cursor(const BinItem &item) { return {item.deletedAt.toMSecsSinceEpoch(), item.id}; }

QList<BinItem> BinStore::list(AccountId account, const QList<BinItem::Type> &types, const PageRequest &page)
{
    QByteArray sql = selectOf(types);
    QVariantList values = valuesOf(account, types);
    if (page.byCursor) {
        sql += " WHERE " + page.directed("(t.deleted_at, t.id) < (?, ?)");
        values += page.afterTimeAndId();
    }
    return m_database.selectWith<BinItem>(sql + " ORDER BY " + page.directed("t.deleted_at DESC, t.id DESC")
                                              + " LIMIT ? OFFSET ?",
                                          values + QVariantList{page.limit(), page.offset()});
}

qint64 BinStore::count(AccountId account, const QList<BinItem::Type> &types)
{
    return m_database.valueWith("SELECT count(*) FROM (" + selectOf(types) + ") c", valuesOf(account, types))
        .toLongLong();
}
