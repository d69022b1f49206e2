// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/accountstatus.h"
#include "models/identity/linkedaccount.h"
#include "server/core/http/caller.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/audit/auditlog.h"

class AccountNotices;
class AccountService;
class Sessions;
class Verification;

/// What administrators and main users decide about whole accounts.
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

    /// Deactivating ends every session of the account. Its main user may do that; only an administrator activates it
    /// again. Throws Problem 404 for another account, 403 `main_user_required`.
    Account setStatus(const Caller &caller, const AccountStatus &wanted);
    /// The caller's account as it is linked to the app. Throws Problem::notFound() where it is not.
    LinkedAccount linkedTo(const Caller &caller, AppId app);
    /// An active account that is linked to the app. Its user gets a mail with a code, for a first password. Throws
    /// Problem 404; 409 `address_taken`; 422 at `/time_zone`.
    LinkedAccount invite(const Caller &caller, AppId app, const Invitation &invitation);

private:
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
