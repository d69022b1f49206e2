// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/credentials.h"
#include "server/core/http/caller.h"
#include "server/identity/credentials/browsersessionstore.h"
#include "server/identity/credentials/opengrants.h"
#include "server/identity/credentials/ownercache.h"
#include "server/identity/credentials/sessionstore.h"
#include "server/identity/credentials/signinchallengestore.h"

#include <chrono>

class ServerKey;

struct TokenLifetimes
{
    std::chrono::seconds access = std::chrono::hours(1);
    std::chrono::seconds refresh = std::chrono::hours(24 * 60);
    /// How long the owner of an access token is cached. This server's own changes take effect at once; changes by other
    /// servers, such as an ended session, take effect after this time.
    std::chrono::milliseconds remembered = std::chrono::milliseconds(0);
};

/// The terms of a new session.
struct SessionTerms
{
    AppId app;
    Scopes scopes;
    bool confidential = false; ///< the app has authenticated with its key, and must do so at each refresh
    Origin origin; ///< origin of the sign-in
    SessionId session = SessionId::generate();
    SessionId parent = {}; ///< the session whose one-time token began this session; null: none
    QDateTime signedInAt = {}; ///< when the user proved who they are; invalid: now, or as in the parent
};

/// The terms of a refresh.
struct RefreshTerms
{
    AppId app;
    bool byKey = false; ///< the app has authenticated with its key
    QString refreshToken;
    Scopes narrower = {}; ///< scopes of the new access token; empty: all of the session's (RFC 6749, 6)
};

/// Begins, refreshes and ends sessions.
class Sessions
{
public:
    Sessions(Database &database, const ServerKey &key, TokenLifetimes lifetimes)
        : m_database(database)
        , m_key(key)
        , m_store(database)
        , m_browsers(database)
        , m_challenges(database)
        , m_grants(database)
        , m_lifetimes(lifetimes)
        , m_owners(lifetimes.remembered)
    {
    }

    /// Begins a session and returns its tokens.
    /// Transaction: the caller's.
    TokenPair begin(const User &user, const SessionTerms &terms);
    /// Exchanges a refresh token of this app for a new pair. A token that was used before may have been stolen, so
    /// using it again ends the whole session. Only the token that was used last may be used again for 30 seconds,
    /// because its answer may have been lost, or two programs may have used it at once. It returns the same refresh
    /// token then, so that both answers serve, with a new access token. Throws: Problem 401 `invalid_refresh_token`,
    /// 403 `account_inactive`, 422 `invalid_scope`.
    TokenPair refresh(const RefreshTerms &terms);
    void end(SessionId session);
    /// Revokes a token of the app. An access token is revoked alone, a refresh token with its whole session (RFC 7009,
    /// 2.1).
    void revoke(AppId app, const QString &token);
    /// Returns the owner of a valid refresh token without using it up.
    std::optional<TokenOwner> refreshOwner(const QString &refreshToken);
    /// Signs the user out of the server's own pages in every browser, so that the pages ask for the password again.
    /// Also ends the sign-ins that wait for a second factor, and takes back what was granted and not redeemed yet.
    void endBrowsers(UserId user);
    /// Ends what a sign-out ends besides the session: the portal signs the user out in every browser, and an app takes
    /// back its own grants.
    /// Transaction: the caller's.
    void endAround(const Caller &caller);
    /// Ends the sign-ins that wait for a second factor.
    void endChallenges(UserId user) { m_challenges.removeOfUser(user); }
    /// End the other sessions, all browser sessions, all sign-ins that wait for a second factor, and all grants that no
    /// app has redeemed yet, of the account or the user.
    /// Transaction: the caller's.
    void endOthers(AccountId account, SessionId except = {});
    void endOthersOfUser(UserId user, SessionId except = {});
    /// End the app's sessions, of a user or of all, and the grants that it has not redeemed yet. endOfApp() returns
    /// whether there were sessions.
    /// Transaction: the caller's.
    bool endOfApp(UserId user, AppId app);
    void endAllOfApp(AppId app);

    /// Returns the owner of a valid access token, cached for no longer than `oldest`.
    std::optional<TokenOwner> owner(const QString &accessToken,
                                    std::chrono::milliseconds oldest = std::chrono::milliseconds::max());
    /// Returns the owner that an access token had, if it has not expired and only its session has ended.
    std::optional<TokenOwner> formerOwner(const QString &accessToken);
    /// Returns the owner of a session that has not ended and has a valid token.
    std::optional<TokenOwner> ownerOf(SessionId session);

private:
    bool mayHaveBeenLost(const TokenOwner &owner, const QDateTime &now);
    /// Returns the refresh token that a refresh with this one returns. It is derived, because only hashes are stored:
    /// whoever repeats the refresh gets it again, and nobody else can compute it.
    QString successorOf(const QString &refreshToken) const;
    TokenPair issue(SessionId session, const QString &refreshToken, Scopes scopes, bool narrowed, const QDateTime &now);

    Database &m_database;
    const ServerKey &m_key;
    SessionStore m_store;
    BrowserSessionStore m_browsers;
    SignInChallengeStore m_challenges;
    OpenGrants m_grants;
    TokenLifetimes m_lifetimes;
    OwnerCache m_owners;
};

/// Returns the API scopes that a user of this role can grant. Only developers and staff can grant access to apps, and
/// only administrators can grant management.
inline Scopes grantableBy(User::Role role)
{
    Scopes all = userScopes();
    if (role == User::Role::Member)
        all &= ~Scopes(Scope::Apps);
    if (role == User::Role::Admin)
        all |= Scope::Manage;
    return all;
}
