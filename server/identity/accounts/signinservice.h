// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/signin.h"
#include "server/core/http/route.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/credentials/sessions.h"
#include "server/identity/credentials/sessionstore.h"
#include "server/identity/credentials/signintokenstore.h"

class EventStore;

/// Lists and ends a user's sessions, and signs a user in to another app by a one-time token.
/// Throws: Problem 404 for another account, in every function.
class SignInService
{
public:
    struct Settings
    {
        std::chrono::seconds tokenLifetime; ///< lifetime of one-time tokens
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

    /// Returns the caller's sessions, the most recently used first.
    QList<SignIn> list(const Caller &caller, AccountId account);
    /// Ends a session of the caller.
    /// Throws: Problem 404 for another user's session, or one that has ended.
    void end(const Caller &caller, AccountId account, SessionId session);

    /// Ends the caller's other sessions, the sign-ins in browsers, and the sign-ins that wait for a second factor.
    /// `withThis`: the calling session too.
    void endAll(const Caller &caller, AccountId account, bool withThis);

    /// Creates a token with which another app can sign the caller in once, until the caller's session ends.
    SignInToken makeToken(const Caller &caller, AccountId account);
    /// Begins a session of the redeeming app. It ends with the session that created the token, and so with the consent
    /// of that session. Its scopes are those of the token, without scopes that the user's role cannot grant and, if the
    /// user has been asked about the redeeming app, without scopes that the user has not granted to it.
    /// Throws: Problem 404 for a token that is unknown, has expired, was used, belongs to another account, or whose
    /// session has ended; 403 `first_party_required` if the portal redeems a token of another app, which stays valid.
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
