// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/grantedtokens.h"
#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/sessions.h"
#include "server/identity/oauth/authorizationcodes.h"
#include "server/identity/oauth/clients.h"
#include "server/identity/oauth/idtokens.h"

/// Tokens for a code, for a refresh token, or for an app's own key (OAuth 2.1, 3.2 and 4), their end, and what they
/// stand for. Every refusal is one of OAuthError.
class TokenEndpoint
{
public:
    TokenEndpoint(Database &database, Clients clients, Sessions &sessions, AppTokens &appTokens, IdTokens &idTokens)
        : m_database(database)
        , m_clients(clients)
        , m_sessions(sessions)
        , m_appTokens(appTokens)
        , m_codes(database)
        , m_idTokens(idTokens)
    {
    }

    GrantedTokens grant(const Request &request, const QString &issuer);
    /// RFC 7009: a token that is not there, or another app's, is as good as revoked.
    void revoke(const Request &request);
    /// RFC 7662: apps ask about their own tokens; one with the scope `manage` about any.
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
    IdTokens &m_idTokens;
};
