// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/audit/auditstore.h"

#include "models/core/times.h"
#include "server/core/db/conditions.h"
#include "server/core/http/paging.h"

namespace {
Conditions conditionsOf(const AuditQuery &query)
{
    Conditions conditions;
    conditions.filter("account_id = ?", query.account);
    conditions.filter("action = ?", query.action);
    conditions.filter("at >= ?", query.from);
    conditions.filter("at < ?", query.to);
    return conditions;
}
}

QList<AuditEntry> AuditStore::list(const AuditQuery &query, const PageRequest &page)
{
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        conditions.add(page.directed("(at, audit_id) < (?, ?)"), page.after.first().toInteger(),
                       page.after.last().toString());
    return m_database.selectWith<AuditEntry>("SELECT * FROM audit_entry WHERE " + conditions.sql() + " ORDER BY "
                                                 + page.directed("at DESC, audit_id DESC") + " LIMIT ? OFFSET ?",
                                             conditions.values() + QVariantList{page.limit(), page.offset()});
}

QList<AuditEntry> AuditStore::newest(const AuditQuery &query, qint64 limit)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.selectWith<AuditEntry>("SELECT * FROM audit_entry WHERE " + conditions.sql()
                                                 + " ORDER BY at DESC, audit_id DESC LIMIT ?",
                                             conditions.values() + QVariantList{limit});
}

QList<AuditEntry> AuditStore::looks(UserId staff, AccountId account, const QString &object, const QDateTime &since)
{
    Conditions conditions =
        conditionsOf({.account = account, .action = AuditEntry::Action::SupportViewed, .from = since});
    conditions.add("actor_user_id = ?", staff);
    conditions.add("object = ?", object);
    return m_database.selectWith<AuditEntry>("SELECT * FROM audit_entry WHERE " + conditions.sql(),
                                             conditions.values());
}

qint64 AuditStore::count(const AuditQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.valueWith("SELECT count(*) FROM audit_entry WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
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
