// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/usagestore.h"

namespace {
constexpr qsizetype mostAtOnce = 100; // one prepared statement with this many placeholders serves every list
}

UsageMeter::Count UsageStore::add(const UsageMeter::Entry &entry)
{
    const auto row = m_database.one<UsageRow>(
        "INSERT INTO app_usage (app_id, day, calls, errors) VALUES (?, ?, ?, ?) ON CONFLICT (app_id, day) DO UPDATE "
        "SET "
        "calls = app_usage.calls + excluded.calls, errors = app_usage.errors + excluded.errors RETURNING *",
        entry.app, entry.day, entry.count.calls, entry.count.errors);
    return row->count();
}

QList<UsageRow> UsageStore::ofDay(QDate day, const QList<AppId> &apps)
{
    static const QByteArray sql =
        "SELECT * FROM app_usage WHERE day = ? AND app_id IN (" + Database::placeholders(mostAtOnce) + ")";
    QList<UsageRow> rows;
    for (qsizetype at = 0; at < apps.size(); at += mostAtOnce) {
        QVariantList values{SqlValue::of(day)};
        for (qsizetype i = at; i < at + mostAtOnce; ++i)
            values += SqlValue::of(i < apps.size() ? apps[i].toString() : QString());
        rows += m_database.selectWith<UsageRow>(sql, values);
    }
    return rows;
}

QList<UsageRow> UsageStore::ofApp(AppId app, QDate from, QDate to)
{
    return m_database.select<UsageRow>(
        "SELECT * FROM app_usage WHERE app_id = ? AND day >= ? AND day <= ? ORDER BY day", app, from, to);
}

qint64 UsageStore::removeBefore(QDate day) { return m_database.exec("DELETE FROM app_usage WHERE day < ?", day); }
