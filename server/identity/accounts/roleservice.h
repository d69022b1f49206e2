// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/accounts/accountstore.h"
#include "server/identity/audit/auditlog.h"

/// Who is a developer, support staff or an administrator.
class RoleService
{
public:
    explicit RoleService(Database &database)
        : m_database(database)
        , m_accounts(database)
        , m_audit(database)
    {
    }

    /// Holds from the next call on, also for tokens that were given out before. Throws Problem 409 `last_admin` where
    /// nobody would be left who can give a role.
    User set(const Caller &caller, AccountId account, UserId user, User::Role role);

private:
    void requireAnotherAdmin(UserId user);

    Database &m_database;
    AccountStore m_accounts;
    AuditLog m_audit;
};
