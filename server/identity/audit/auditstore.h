// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/auditentry.h"
#include "server/core/db/database.h"

#include <chrono>

struct PageRequest;

/// Which entries are meant. What is null, empty or invalid does not narrow it.
struct AuditQuery
{
    AccountId account = {};
    std::optional<AuditEntry::Action> action = {};
    QDateTime from = {}; ///< at or after
    QDateTime to = {}; ///< before
};

/// The SQL of the audit log. Rows are added and read: the database itself refuses everything else.
class AuditStore
{
public:
    explicit AuditStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const AuditEntry &entry) { m_database.insert(entry); }
    /// Newest first, one more than fits the page.
    QList<AuditEntry> list(const AuditQuery &query, const PageRequest &page);
    QList<AuditEntry> newest(const AuditQuery &query, qint64 limit);
    qint64 count(const AuditQuery &query);
    /// How a user is called, or else an app.
    QString nameOf(UserId user, AppId app);

    qint64 failedSignIns(const QDateTime &since);
    qint64 failedSignInsFrom(const QString &address, const QDateTime &since);

private:
    Database &m_database;
};
