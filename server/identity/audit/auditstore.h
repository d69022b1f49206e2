// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/auditentry.h"
#include "server/core/db/database.h"

#include <chrono>

struct PageRequest;

/// A filter for entries. Null, empty and invalid fields do not filter.
struct AuditQuery
{
    AccountId account = {};
    std::optional<AuditEntry::Action> action = {};
    QDateTime from = {}; ///< at or after
    QDateTime to = {}; ///< before
};

/// The SQL of the audit log. Rows can be inserted and read; the database itself refuses changes and deletions.
class AuditStore
{
public:
    explicit AuditStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const AuditEntry &entry) { m_database.insert(entry); }
    /// Returns entries, newest first, one row more than the page.
    QList<AuditEntry> list(const AuditQuery &query, const PageRequest &page);
    QList<AuditEntry> newest(const AuditQuery &query, qint64 limit);
    /// Returns the looks of this member of staff at the object since that time.
    QList<AuditEntry> looks(UserId staff, AccountId account, const QString &object, const QDateTime &since);
    qint64 count(const AuditQuery &query);
    /// Returns the name of the user, or the name of the app if `user` is null.
    QString nameOf(UserId user, AppId app);

    qint64 failedSignIns(const QDateTime &since);
    qint64 failedSignInsFrom(const QString &address, const QDateTime &since);

private:
    Database &m_database;
};
