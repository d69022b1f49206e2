// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/sessions.h"
#include "server/identity/oauth/authorizationcodes.h"
#include "server/identity/oauth/clients.h"
#include "server/identity/oauth/usergrants.h"

/// Issues tokens for a code, a refresh token or an app's key (OAuth 2.1, 3.2 and 4), revokes tokens, and describes
/// them.
/// Throws: OAuthError for every refusal.
class TokenEndpoint
{
public:
    TokenEndpoint(Database &database, Clients clients, Sessions &sessions, AppTokens &appTokens, IdTokens &idTokens,
                  Consents &consents)
        : m_database(database)
        , m_clients(clients)
        , m_sessions(sessions)
        , m_appTokens(appTokens)
        , m_codes(database)
        , m_grants(database, sessions, idTokens, consents)
    {
    }

    GrantedTokens grant(const Request &request, const QString &issuer);
    /// Revokes a token (RFC 7009). Does nothing for an unknown token, or for a token of another app.
    void revoke(const Request &request);
    /// Returns the state of a token (RFC 7662). An app may ask about its own tokens; an app with the scope `manage`
    /// about all.
    QJsonObject introspect(const Request &request, const QString &issuer);

private:
    GrantedTokens forCode(const OAuthClient &client, const OAuthParameters &parameters, const Request &request,
                          const QString &issuer);
    GrantedTokens forRefreshToken(const OAuthClient &client, const OAuthParameters &parameters);
    GrantedTokens forApp(const OAuthClient &client, const OAuthParameters &parameters);
    AuthorizationCode soundCode(const OAuthClient &client, const OAuthParameters &parameters);
    QJsonObject standingOf(const QString &token);

    Database &m_database;
    Clients m_clients;
    Sessions &m_sessions;
    AppTokens &m_appTokens;
    AuthorizationCodes m_codes;
    UserGrants m_grants;
};
