// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/consent.h"
#include "models/identity/user.h"
#include "server/core/db/database.h"
#include "server/core/http/caller.h"
#include "server/identity/audit/auditlog.h"

class Sessions;

/// The scopes that users have granted to apps. A user is asked once, and can revoke the grant at any time.
class Consents
{
public:
    Consents(Database &database, Sessions &sessions)
        : m_database(database)
        , m_sessions(sessions)
        , m_audit(database)
    {
    }

    /// Returns whether the user has granted all of these scopes before.
    bool covers(UserId user, AppId app, Scopes scopes);
    /// Like covers(), and keeps the consent from being withdrawn until the transaction ends.
    /// Transaction: the caller's.
    bool coversForShare(UserId user, AppId app, Scopes scopes);
    /// Adds the scopes to the user's consent and links the app to their account.
    /// Transaction: the caller's.
    void give(UserId user, AppId app, Scopes scopes, const Origin &from);

    /// Returns the access of apps that withdraw() revokes: by consents, and by sign-ins that need none, such as that
    /// with the password. The scopes are those of the consent and of all sessions. Throws: Problem 404 for another
    /// account.
    QList<Consent> list(const Caller &caller, AccountId account);
    /// Revokes the access that the caller has given an app, by a consent or by another kind of sign-in, or that
    /// another app has handed on. Ends the app's sessions of the caller and their descendants, and deletes unused
    /// authorization codes.
    /// Throws: Problem 404 if there is nothing to revoke, or for another account.
    void withdraw(const Caller &caller, AccountId account, AppId app);

private:
    Database &m_database;
    Sessions &m_sessions;
    AuditLog m_audit;
};
