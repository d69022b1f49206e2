// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/identity/audit/auditstore.h"

/// Reads the audit log. Users read the entries of their account; staff and administrators read all.
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
    /// Returns entries, newest first. Without an account, staff and administrators get all entries, and other callers
    /// get those of their own account.
    /// Throws: Problem 404 for another account.
    Page list(const Caller &caller, AuditQuery query, const PageRequest &page);

private:
    AuditStore m_store;
};

/// Returns the route of the audit log.
RouteTable auditRoutes(AuditService &audit);
