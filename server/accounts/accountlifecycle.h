// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/accountstatus.h"
#include "models/linkedaccount.h"
#include "server/accounts/accountstore.h"
#include "server/audit/auditlog.h"
#include "server/auth/caller.h"

class AccountNotices;
class Sessions;

/// What administrators and main users decide about whole accounts.
class AccountLifecycle
{
public:
    AccountLifecycle(Database &database, Sessions &sessions, AccountNotices &notices)
        : m_database(database)
        , m_store(database)
        , m_audit(database)
        , m_sessions(sessions)
        , m_notices(notices)
    {
    }

    /// Deactivating ends every session of the account. Its main user may do that; only an administrator activates it
    /// again. Throws Problem 404 for another account, 403 `main_user_required`.
    Account setStatus(const Caller &caller, const AccountStatus &wanted);
    /// The caller's account as it is linked to the app. Throws Problem::notFound() where it is not.
    LinkedAccount linkedTo(const Caller &caller, AppId app);

private:
    Database &m_database;
    AccountStore m_store;
    AuditLog m_audit;
    Sessions &m_sessions;
    AccountNotices &m_notices;
};
