// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/identity/audit/auditstore.h"

/// Who may read the audit log: an account's users their own, staff every account's.
class AuditService
{
public:
    explicit AuditService(Database &database)
        : m_store(database)
    {
    }

    struct Page
    {
        QList<AuditEntry> entries;
        std::optional<qint64> total;
    };
    /// Newest first. Without an account: the caller's own; for staff, everybody's. Another's is Problem::notFound().
    Page list(const Caller &caller, AuditQuery query, const PageRequest &page);

private:
    AuditStore m_store;
};
