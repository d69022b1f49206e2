// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/consent.h"
#include "models/identity/user.h"
#include "server/core/db/database.h"
#include "server/core/http/caller.h"
#include "server/identity/audit/auditlog.h"

class Sessions;

/// What users have agreed to: asked once, remembered, and withdrawn when they like.
class Consents
{
public:
    Consents(Database &database, Sessions &sessions)
        : m_database(database)
        , m_sessions(sessions)
        , m_audit(database)
    {
    }

    /// Whether the user has agreed to all of this before.
    bool covers(UserId user, AppId app, Scopes scopes);
    /// Adds to what was agreed before, and links the app to the account; inside the caller's transaction.
    void give(UserId user, AppId app, Scopes scopes, const Origin &from);

    /// The caller's own. Throws Problem::notFound() for another account.
    QList<Consent> list(const Caller &caller, AccountId account);
    /// The app's sessions of the caller end with it, and codes that it has not come with yet. Throws
    /// Problem::notFound() where there is none.
    void withdraw(const Caller &caller, AccountId account, AppId app);

private:
    Database &m_database;
    Sessions &m_sessions;
    AuditLog m_audit;
};
