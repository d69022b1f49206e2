// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/audit/auditlog.h"

/// Changes the roles of users: member, developer, support staff or administrator.
class RoleService
{
public:
    explicit RoleService(Database &database)
        : m_database(database)
        , m_accounts(database)
        , m_audit(database)
    {
    }

    /// Sets the role of a user. It applies from the next request, also to tokens issued before.
    /// Throws: Problem 403 `first_party_required` for an app other than the portal, 404, 409 `last_admin` if no
    /// administrator would be left, 412.
    User set(const Caller &caller, AccountId account, UserId user, const Precondition &precondition, User::Role role);

private:
    Database &m_database;
    AccountStore m_accounts;
    AuditLog m_audit;
};

/// Returns the route that changes roles.
RouteTable roleRoutes(RoleService &roles);
