// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/access/visibility.h"
#include "server/support/searchindex.h"

/// What support staff works with: one search field, and an account whole. Every use of it is in the audit log.
class SupportConsole
{
public:
    explicit SupportConsole(Database &database)
        : m_database(database)
        , m_index(database)
        , m_visibility(database)
        , m_audit(database)
    {
    }

    /// Accounts, users, apps and devices by id, address, name and telephone number; the best fifty, best first.
    /// Throws Problem 422 at `?q`.
    QList<SupportHit> search(const Caller &caller, const QString &text);
    SupportOverview overview(const Caller &caller, AccountId account);

private:
    Database &m_database;
    SearchIndex m_index;
    Visibility m_visibility;
    AuditLog m_audit;
};
