// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/usergrants.h"

#include "server/identity/accounts/accountstore.h"
#include "server/identity/credentials/secondfactorstore.h"
#include "server/identity/oauth/consents.h"
#include "server/identity/oauth/idtokens.h"
#include "server/identity/oauth/oautherror.h"

using namespace Qt::StringLiterals;

GrantedTokens UserGrants::exchange(const UserGrant &grant, const SessionTerms &terms, const QString &issuer)
{
    AccountStore accounts(m_database);
    const auto user = accounts.user(grant.userId);
    const auto account = user ? accounts.find(user->accountId) : std::nullopt;
    if (!account || account->status != Account::Status::Active)
        throw OAuthError::invalidGrant(u"The account is not active."_s);
    // Whoever signed in before the password was changed must sign in again. Sessions have ended then, and the grant was
    // on its way.
    if (grant.signedInAt < accounts.passwordChangedAt(grant.userId))
        throw OAuthError::invalidGrant(u"The password was changed after the user signed in."_s);
    // The same holds for a second factor, which the sign-in has not asked for.
    if (const QDateTime enabled = SecondFactorStore(m_database).enabledAtForShare(grant.userId);
        enabled.isValid() && grant.signedInAt < enabled)
        throw OAuthError::invalidGrant(u"A second factor was set up after the user signed in."_s);
    // The grant may have been given, by another thread or server, while the consent was being withdrawn.
    if (!m_consents.coversForShare(grant.userId, terms.app, terms.scopes))
        throw OAuthError::invalidGrant(u"The user has withdrawn the consent."_s);
    SessionTerms proven = terms;
    proven.signedInAt = grant.signedInAt;
    GrantedTokens tokens = tokensOf(m_sessions.begin(*user, proven));
    if (terms.scopes.testFlag(Scope::Openid))
        tokens.idToken = m_idTokens.issue(*user,
                                          {.issuer = issuer,
                                           .app = terms.app,
                                           .nonce = grant.nonce,
                                           .signedInAt = grant.signedInAt,
                                           .accessToken = tokens.accessToken});
    return tokens;
}

GrantedTokens UserGrants::tokensOf(const TokenPair &pair)
{
    GrantedTokens tokens;
    tokens.accessToken = pair.accessToken;
    tokens.refreshToken = pair.refreshToken;
    tokens.expiresIn = pair.expiresIn;
    tokens.scope = pair.scope;
    return tokens;
}

Scopes UserGrants::scopesNamed(const QString &names)
{
    Scopes scopes;
    for (const QString &name : names.split(u' ', Qt::SkipEmptyParts)) {
        const auto scope = scopeNamed(name);
        scopes |= scope ? *scope : throw OAuthError::invalidScope(u"Unknown scope."_s);
    }
    return scopes;
}
