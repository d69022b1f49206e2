// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/requestlog/callstore.h"

#include "server/core/db/conditions.h"
#include "server/core/http/paging.h"
#include "server/core/jobs/job.h"

namespace {
constexpr qint64 atOnce = 500; // rows; other writers wait no longer than for these

constexpr auto columns = "call_id, app_id, at, credential, method, route, path, query, status, code, duration_ms, "
                         "request_id, address, replayed, request_bytes";

class AppWithCalls
{
    Q_GADGET
    Q_PROPERTY(AppId appId MEMBER appId)

public:
    AppId appId;
};

Conditions conditionsOf(const CallQuery &query)
{
    Conditions conditions("app_id = ?", query.app);
    conditions.filter("status = ?", query.status);
    if (query.statusClass > 0)
        conditions.add("status BETWEEN ? AND ?", query.statusClass * 100, query.statusClass * 100 + 99);
    conditions.filter("method = ?", query.method);
    if (!query.path.isEmpty())
        conditions.add("(route = ? OR substr(path, 1, ?) = ?)", query.path, query.path.size(), query.path);
    conditions.filter("code = ?", query.code);
    conditions.filter("request_id = ?", query.requestId);
    conditions.filter("at >= ?", query.from);
    conditions.filter("at < ?", query.to);
    return conditions;
}
}

void CallStore::insert(const QList<AppCall> &calls)
{
    for (const AppCall &call : calls)
        m_database.insert(call);
}

QList<AppCall> CallStore::list(const CallQuery &query, const PageRequest &page)
{
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        conditions.addWith(page.directed("(at, call_id) < (?, ?)"), page.afterTimeAndId());
    return m_database.selectWith<AppCall>(QByteArray("SELECT ") + columns + " FROM app_call WHERE " + conditions.sql()
                                              + " ORDER BY " + page.directed("at DESC, call_id DESC")
                                              + " LIMIT ? OFFSET ?",
                                          conditions.values() + QVariantList{page.limit(), page.offset()});
}

qint64 CallStore::count(const CallQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.valueWith("SELECT count(*) FROM app_call WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

std::optional<AppCall> CallStore::find(AppId app, AppCallId call)
{
    return m_database.one<AppCall>("SELECT * FROM app_call WHERE app_id = ? AND call_id = ?", app, call);
}

QList<AppErrorCount> CallStore::errors(AppId app, const QDateTime &since, qint64 limit)
{
    return m_database.select<AppErrorCount>(
        "SELECT status, code, count(*) AS count, max(at) AS last_at FROM app_call WHERE app_id = ? AND at >= ? AND "
        "status >= 400 GROUP BY status, code ORDER BY count(*) DESC, status DESC, code DESC LIMIT ?",
        app, since, limit);
}

QList<AppCall> CallStore::withRequestId(const QString &requestId, qint64 limit)
{
    static const QByteArray sql = QByteArray("SELECT ") + columns
        + " FROM app_call WHERE request_id = ? AND app_id IN (SELECT app_id FROM app) "
          "ORDER BY at DESC, call_id DESC LIMIT ?";
    return m_database.select<AppCall>(sql, requestId, limit);
}

qint64 CallStore::removeAll(QByteArrayView where, const QVariantList &values, const std::atomic_bool &stopping)
{
    const QByteArray sql = "DELETE FROM app_call WHERE call_id IN (SELECT call_id FROM app_call WHERE "
        + where.toByteArray() + " LIMIT ?)";
    qint64 removed = 0;
    for (;;) {
        if (stopping)
            throw JobBrokenOff();
        const qint64 some = m_database.execWith(sql, values + QVariantList{atOnce});
        removed += some;
        if (some < atOnce)
            return removed;
    }
}

qint64 CallStore::purge(const QDateTime &before, qint64 most, const std::atomic_bool &stopping)
{
    qint64 removed = removeAll("at < ?", {SqlValue::of(before)}, stopping);
    removed += removeAll("app_id NOT IN (SELECT app_id FROM app)", {}, stopping);
    // A call may be written after the deletion of its account.
    removed +=
        removeAll("account_id IS NOT NULL AND account_id NOT IN (SELECT account_id FROM account_user)", {}, stopping);
    const auto busy =
        m_database.select<AppWithCalls>("SELECT app_id FROM app_call GROUP BY app_id HAVING count(*) > ?", most);
    for (const AppWithCalls &app : busy) {
        const auto last = m_database.one<AppCall>("SELECT call_id, at FROM app_call WHERE app_id = ? "
                                                  "ORDER BY at DESC, call_id DESC LIMIT 1 OFFSET ?",
                                                  app.appId, most);
        if (last)
            removed +=
                removeAll("app_id = ? AND (at, call_id) <= (?, ?)",
                          {SqlValue::of(app.appId), SqlValue::of(last->at), SqlValue::of(last->callId)}, stopping);
    }
    return removed;
}

#include "callstore.moc"
