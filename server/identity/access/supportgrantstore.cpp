// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/access/supportgrantstore.h"

#include "models/core/times.h"
#include "server/core/http/paging.h"

std::optional<SupportGrant> SupportGrantStore::inForce(AccountId account, const QDateTime &now)
{
    return m_database.one<SupportGrant>(
        "SELECT * FROM support_access WHERE account_id = ? AND ended_at IS NULL AND until > ?", account, now);
}

QList<SupportGrant> SupportGrantStore::list(AccountId account, const PageRequest &page)
{
    QVariantList values{SqlValue::of(account)};
    QByteArray after;
    if (page.byCursor) {
        after = " AND " + page.directed("grant_id < ?");
        values += page.after.first().toString();
    }
    values += page.limit();
    values += page.offset();
    return m_database.selectWith<SupportGrant>("SELECT * FROM support_access WHERE account_id = ?" + after
                                                   + " ORDER BY " + page.directed("grant_id DESC")
                                                   + " LIMIT ? OFFSET ?",
                                               values);
}

qint64 SupportGrantStore::count(AccountId account)
{
    return m_database.value("SELECT count(*) FROM support_access WHERE account_id = ?", account).toLongLong();
}

qint64 SupportGrantStore::end(AccountId account, const QDateTime &now)
{
    return m_database.exec(
        "UPDATE support_access SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL AND until > ?", now, account,
        now);
}

void SupportGrantStore::countUse(AccountId account, const QDateTime &now)
{
    m_database.exec("UPDATE support_access SET uses = uses + 1, last_used_at = ? "
                    "WHERE account_id = ? AND ended_at IS NULL AND until > ?",
                    now, account, now);
}
