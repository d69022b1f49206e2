// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/tokenendpoint.h"

#include "models/core/times.h"
#include "server/identity/access/standing.h"
#include "server/identity/oauth/oautherror.h"
#include "server/identity/oauth/parameters.h"

using namespace Qt::StringLiterals;

GrantedTokens TokenEndpoint::grant(const Request &request, const QString &issuer)
{
    const auto parameters = OAuthParameters::ofBody(request);
    const OAuthClient client = m_clients.identified(request, parameters);
    const QString type = parameters.required(u"grant_type"_s);
    if (type == u"authorization_code"_s)
        return forCode(client, parameters, request, issuer);
    if (type == u"refresh_token"_s)
        return forRefreshToken(client, parameters);
    if (type == u"client_credentials"_s) {
        m_clients.proven(request, parameters);
        return forApp(client, parameters);
    }
    throw Problem(400, u"unsupported_grant_type"_s,
                  u"The grant_type is none of those in grant_types_supported of the server's metadata."_s);
}

/// Returns the code if everything about it is valid. For a code that was used already, ends the session that it was
/// exchanged for and returns the code.
AuthorizationCode TokenEndpoint::soundCode(const OAuthClient &client, const OAuthParameters &parameters)
{
    const auto code = m_codes.find(parameters.required(u"code"_s));
    const auto refused = OAuthError::invalidGrant(u"The code is unknown, has expired, or has been used already."_s);
    if (!code || code->appId != client.app.appId)
        throw refused;
    if (code->isSpent()) {
        m_sessions.end(code->sessionId);
        return *code;
    }
    if (code->expiresAt <= Times::now())
        throw refused;
    // OAuth 2.1 replaces this parameter with PKCE. Clients of OAuth 2.0 send it, and then it must match. Both are
    // compared as URLs, because the app may have registered a spelling such as `HTTPS://App.example/`.
    if (parameters.has(u"redirect_uri"_s)
        && QUrl(parameters.value(u"redirect_uri"_s), QUrl::StrictMode) != QUrl(code->redirectUri))
        throw OAuthError::invalidGrant(u"The code was issued for another redirect_uri."_s);
    if (!code->matches(parameters.required(u"code_verifier"_s)))
        throw OAuthError::invalidGrant(u"The code_verifier does not match the code_challenge."_s);
    return *code;
}

GrantedTokens TokenEndpoint::forCode(const OAuthClient &client, const OAuthParameters &parameters,
                                     const Request &request, const QString &issuer)
{
    Transaction transaction(m_database);
    const AuthorizationCode code = soundCode(client, parameters);
    if (code.isSpent()) {
        transaction.commit(); // the session of the first use has ended, whoever used the code first
        throw OAuthError::invalidGrant(u"The code is unknown, has expired, or has been used already."_s);
    }
    const SessionTerms terms{.app = client.app.appId,
                             .scopes = code.scopes,
                             .confidential = client.confidential,
                             .origin = Origin::of(request)};
    const GrantedTokens tokens =
        m_grants.exchange({.userId = code.userId, .signedInAt = code.signedInAt, .nonce = code.nonce}, terms, issuer);
    m_codes.spend(code, terms.session);
    transaction.commit();
    return tokens;
}

GrantedTokens TokenEndpoint::forRefreshToken(const OAuthClient &client, const OAuthParameters &parameters)
{
    return UserGrants::tokensOf(
        m_sessions.refresh({.app = client.app.appId,
                            .byKey = client.confidential,
                            .refreshToken = parameters.required(u"refresh_token"_s),
                            .narrower = UserGrants::scopesNamed(parameters.value(u"scope"_s))}));
}

GrantedTokens TokenEndpoint::forApp(const OAuthClient &client, const OAuthParameters &parameters)
{
    const Scopes asked = UserGrants::scopesNamed(parameters.value(u"scope"_s));
    if ((asked & client.app.scopes) != asked)
        throw OAuthError::invalidScope(u"The app itself does not have this scope. Its users may grant it."_s);
    const Scopes scopes = asked ? asked : client.app.scopes;
    GrantedTokens tokens;
    Transaction transaction(m_database);
    requireStanding(m_database, client.app.appId); // whatever ends the app's tokens ends this one too
    tokens.accessToken = m_appTokens.issue(client.app.appId, scopes);
    transaction.commit();
    tokens.expiresIn = m_appTokens.life().count();
    tokens.scope = scopeNames(scopes).join(u' ');
    return tokens;
}

void TokenEndpoint::revoke(const Request &request)
{
    const auto parameters = OAuthParameters::ofBody(request);
    const OAuthClient client = m_clients.identified(request, parameters);
    const QString token = parameters.required(u"token"_s);
    if (!AppTokens::isOne(token)) {
        m_sessions.revoke(client.app.appId, token);
        return;
    }
    if (const auto owner = m_appTokens.owner(token); owner && owner->appId == client.app.appId)
        m_appTokens.revoke(token);
}

QJsonObject TokenEndpoint::introspect(const Request &request, const QString &issuer)
{
    const auto parameters = OAuthParameters::ofBody(request);
    const OAuthClient client = m_clients.proven(request, parameters);
    QJsonObject standing = standingOf(parameters.required(u"token"_s));
    const bool mayKnow =
        client.app.scopes.testFlag(Scope::Manage) || standing["client_id"_L1].toString() == client.app.appId.toString();
    if (standing.isEmpty() || !mayKnow)
        return {{u"active"_s, false}};
    standing.insert(u"active"_s, true);
    standing.insert(u"iss"_s, issuer);
    return standing;
}

/// Returns the claims of a valid token, or an empty object.
QJsonObject TokenEndpoint::standingOf(const QString &token)
{
    const auto described = [](AppId app, Scopes scopes, const QDateTime &expires) {
        return QJsonObject{{u"client_id"_s, app.toString()},
                           {u"scope"_s, scopeNames(scopes).join(u' ')},
                           {u"exp"_s, expires.toSecsSinceEpoch()}};
    };
    if (AppTokens::isOne(token)) {
        const auto owner = m_appTokens.owner(token);
        if (!owner || !hasStanding(owner->appStatus, owner->trialEndsAt))
            return {};
        QJsonObject standing = described(owner->appId, owner->scopes, owner->expiresAt);
        standing.insert(u"token_type"_s, u"Bearer"_s);
        standing.insert(u"sub"_s, owner->appId.toString());
        return standing;
    }
    const auto byAccess = m_sessions.owner(token);
    const auto owner = byAccess ? byAccess : m_sessions.refreshOwner(token);
    if (!owner || owner->accountStatus != Account::Status::Active || !hasStanding(owner->appStatus, owner->trialEndsAt))
        return {};
    QJsonObject standing = described(owner->appId, owner->scopes, owner->expiresAt);
    standing.insert(u"token_type"_s, byAccess ? u"Bearer"_s : u"refresh_token"_s);
    standing.insert(u"sub"_s, owner->userId.toString());
    standing.insert(u"account_id"_s, owner->accountId.toString());
    return standing;
}
