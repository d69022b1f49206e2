// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/grantedtokens.h"
#include "server/identity/credentials/sessions.h"

class Consents;
class IdTokens;

/// What a user has granted to an app on a page of this server.
struct UserGrant
{
    UserId userId;
    QDateTime signedInAt; ///< when the user signed in before granting it
    QString nonce = {}; ///< for the ID token; empty: none
};

/// Exchanges the grants of users for tokens. Time passes between a grant and its exchange, so the exchange checks again
/// what the grant stands on.
class UserGrants
{
public:
    UserGrants(Database &database, Sessions &sessions, IdTokens &idTokens, Consents &consents)
        : m_database(database)
        , m_sessions(sessions)
        , m_idTokens(idTokens)
        , m_consents(consents)
    {
    }

    /// Begins a session on these terms, and returns its tokens, with an ID token for the scope `openid`.
    ///
    /// Throws: OAuthError invalid_grant if the account is not active, the password was changed or a second factor was
    /// set up since the sign-in, or the consent does not cover the scopes any more.
    /// Transaction: the caller's.
    GrantedTokens exchange(const UserGrant &grant, const SessionTerms &terms, const QString &issuer);

    static GrantedTokens tokensOf(const TokenPair &pair);
    /// Returns the scopes with these names, which spaces separate.
    /// Throws: OAuthError invalid_scope.
    static Scopes scopesNamed(const QString &names);

private:
    Database &m_database;
    Sessions &m_sessions;
    IdTokens &m_idTokens;
    Consents &m_consents;
};
