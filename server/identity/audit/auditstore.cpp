// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/audit/auditstore.h"

#include "models/core/times.h"
#include "server/core/http/paging.h"

namespace {
/// The WHERE clause of a query, with its bound values.
struct Condition
{
    explicit Condition(const AuditQuery &query)
    {
        narrow(!query.account.isNull(), "account_id = ?", {SqlValue::of(query.account)});
        narrow(query.action.has_value(), "action = ?", {SqlValue::of(query.action)});
        narrow(query.from.isValid(), "at >= ?", {SqlValue::of(query.from)});
        narrow(query.to.isValid(), "at < ?", {SqlValue::of(query.to)});
    }
    void narrow(bool wanted, QByteArrayView condition, const QVariantList &more)
    {
        if (!wanted)
            return;
        sql += sql.isEmpty() ? " WHERE " : " AND ";
        sql += condition;
        values += more;
    }
    QByteArray sql;
    QVariantList values;
};
}

QList<AuditEntry> AuditStore::list(const AuditQuery &query, const PageRequest &page)
{
    Condition condition(query);
    condition.narrow(page.byCursor, "(at, audit_id) < (?, ?)",
                     {page.after.first().toInteger(), page.after.last().toString()});
    condition.values += page.limit();
    condition.values += page.offset();
    return m_database.selectWith<AuditEntry>("SELECT * FROM audit_entry" + condition.sql
                                                 + " ORDER BY at DESC, audit_id DESC LIMIT ? OFFSET ?",
                                             condition.values);
}

QList<AuditEntry> AuditStore::newest(const AuditQuery &query, qint64 limit)
{
    Condition condition(query);
    condition.values += limit;
    return m_database.selectWith<AuditEntry>(
        "SELECT * FROM audit_entry" + condition.sql + " ORDER BY at DESC, audit_id DESC LIMIT ?", condition.values);
}

qint64 AuditStore::count(const AuditQuery &query)
{
    const Condition condition(query);
    return m_database.valueWith("SELECT count(*) FROM audit_entry" + condition.sql, condition.values).toLongLong();
}

QString AuditStore::nameOf(UserId user, AppId app)
{
    if (!user.isNull())
        return m_database.value("SELECT name FROM account_user WHERE user_id = ?", user).toString();
    return m_database.value("SELECT name FROM app WHERE app_id = ?", app).toString();
}

qint64 AuditStore::failedSignIns(const QDateTime &since)
{
    return m_database.value("SELECT count(*) FROM audit_entry WHERE action = 'sign_in_failed' AND at > ?", since)
        .toLongLong();
}

qint64 AuditStore::failedSignInsFrom(const QString &address, const QDateTime &since)
{
    return m_database
        .value("SELECT count(*) FROM audit_entry WHERE action = 'sign_in_failed' AND address = ? AND at > ?", address,
               since)
        .toLongLong();
}
