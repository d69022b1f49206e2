// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/identity/access/visibility.h"
#include "server/support/search/searchtrace.h"

class SupportAccess;
class UsageService;

/// The search and the account overview for support staff. Each use is recorded in the audit log.
class SupportConsole
{
public:
    explicit SupportConsole(Database &database)
        : m_database(database)
        , m_index(database)
        , m_trace(database)
        , m_visibility(database)
        , m_audit(database)
    {
    }

    /// Searches accounts, users, apps, devices, and orders by id, email address, name, and phone number, and calls by
    /// request ID. Returns at most 50 hits, best first.
    ///
    /// Throws: 422 at `?q`.
    QList<SupportHit> search(const Caller &caller, const QString &text);
    /// Returns an account with its users, apps, devices, and orders.
    ///
    /// Throws: 404.
    SupportOverview overview(const Caller &caller, AccountId account);

private:
    Database &m_database;
    SearchIndex m_index;
    SearchTrace m_trace;
    Visibility m_visibility;
    AuditLog m_audit;
};

/// Returns the routes of the support console and of support access.
RouteTable supportRoutes(SupportConsole &console, SupportAccess &access, UsageService &usage);
