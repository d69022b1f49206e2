// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/signintoken.h"
#include "server/core/http/route.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/credentials/sessions.h"
#include "server/identity/credentials/sessionstore.h"
#include "server/identity/credentials/signintokenstore.h"

class EventStore;

/// Where a user is signed in, and how a sign-in is handed on to another app.
class SignInService
{
public:
    struct Settings
    {
        std::chrono::seconds tokenLifetime; ///< of one-time tokens
        QUrl publicUrl;
    };

    SignInService(Database &database, Sessions &sessions, EventStore &events, Settings settings)
        : m_database(database)
        , m_accounts(database)
        , m_store(database)
        , m_tokens(database)
        , m_audit(database)
        , m_sessions(sessions)
        , m_events(events)
        , m_settings(std::move(settings))
    {
    }

    /// The caller's own, the one last used first. All of these throw Problem::notFound() for another account.
    QList<SignIn> list(const Caller &caller, AccountId account);
    /// Throws Problem::notFound() for one that is not the caller's, or has ended.
    void end(const Caller &caller, AccountId account, SessionId session);

    /// Makes a token by which another app signs the caller in, once, and no later than the caller's session ends.
    SignInToken makeToken(const Caller &caller, AccountId account);
    /// Begins a session of the redeeming app that ends with the session that made the token, and so with that one's
    /// consent. Its scopes are those of the token, less what the user's role cannot grant and, where the user has been
    /// asked about the redeeming app, less what the user has not allowed it. Throws: Problem::notFound() alike for a
    /// token that is unknown, has expired, was used, is another account's, or whose session has ended; 403
    /// `first_party_required` where the portal redeems a token of another app, and the token stays good.
    TokenPair redeem(const Caller &app, AccountId account, const QString &token);

private:
    Database &m_database;
    AccountStore m_accounts;
    SessionStore m_store;
    SignInTokenStore m_tokens;
    AuditLog m_audit;
    Sessions &m_sessions;
    EventStore &m_events;
    Settings m_settings;
};

/// Returns the routes of sessions and of one-time sign-in tokens.
RouteTable signInRoutes(SignInService &signIns);
