// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"
#include "models/identity/linkedaccount.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/identity/access/visibility.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/audit/auditlog.h"

class AccountNotices;
class AccountService;
class NewAccount;
class Sessions;
class Verification;

/// Changes the status of accounts, links accounts to apps, and creates accounts by invitation.
class AccountLifecycle
{
public:
    AccountLifecycle(Database &database, AccountService &accounts, Verification &verification, Sessions &sessions,
                     AccountNotices &notices, AccountStore::PlanOf planOf)
        : m_database(database)
        , m_store(database, std::move(planOf))
        , m_apps(database)
        , m_audit(database)
        , m_accounts(accounts)
        , m_verification(verification)
        , m_sessions(sessions)
        , m_notices(notices)
    {
    }

    /// Activates or deactivates an account. Both end every session of the account. The main user may deactivate it;
    /// only an administrator can activate it again.
    /// Throws: Problem 404 for another account, 403 `main_user_required`, 403 `account_inactive`, 409 `last_admin`, 422
    /// at `/reason`.
    Account setStatus(const Caller &caller, const AccountStatus &wanted);
    /// Returns the caller's account and its link to the app.
    /// Throws: Problem 404 if the account is not linked to the app.
    LinkedAccount linkedTo(const Caller &caller, AppId app);
    /// Creates an active account that is linked to the app, and mails its user a code for setting a first password.
    /// Throws: Problem 404 for an unknown app, 409 `address_taken`, 422 at `/time_zone`.
    LinkedAccount invite(const Caller &caller, AppId app, const Invitation &invitation);

private:
    std::optional<User> welcome(const Caller &caller, const NewAccount &newcomer);
    LinkedAccount linked(const Account &account, AppId app);

    Database &m_database;
    AccountStore m_store;
    AppStore m_apps;
    AuditLog m_audit;
    AccountService &m_accounts;
    Verification &m_verification;
    Sessions &m_sessions;
    AccountNotices &m_notices;
};

/// Returns the routes of account status, linked accounts and invitations.
RouteTable lifecycleRoutes(AccountLifecycle &lifecycle);
