// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/credentials.h"
#include "server/core/http/caller.h"
#include "server/identity/credentials/browsersessionstore.h"
#include "server/identity/credentials/ownercache.h"
#include "server/identity/credentials/sessionstore.h"

#include <chrono>

struct TokenLifetimes
{
    std::chrono::seconds access = std::chrono::hours(1);
    std::chrono::seconds refresh = std::chrono::hours(24 * 60);
    /// For how long the owner of an access token is taken as read, unless this server itself changes something about
    /// it: other servers' changes, such as an ended session, are heeded as late as that.
    std::chrono::milliseconds remembered = std::chrono::milliseconds(0);
};

/// What a session is begun for.
struct SessionTerms
{
    AppId app;
    Scopes scopes;
    bool confidential = false; ///< the app has proven itself with its key, and must at each refresh
    Origin origin; ///< where the sign-in came from
    SessionId session = SessionId::generate();
};

/// What comes with a refresh token.
struct RefreshTerms
{
    AppId app;
    bool byKey = false; ///< the app has proven itself with its key
    QString refreshToken;
    Scopes narrower = {}; ///< of the new access token; nothing: all that the session has (RFC 6749, 6)
};

/// Sign-ins: begun, refreshed and ended.
class Sessions
{
public:
    Sessions(Database &database, TokenLifetimes lifetimes)
        : m_database(database)
        , m_store(database)
        , m_browsers(database)
        , m_lifetimes(lifetimes)
        , m_owners(lifetimes.remembered)
    {
    }

    /// Inside the caller's transaction.
    TokenPair begin(const User &user, const SessionTerms &terms);
    /// A new pair for a refresh token of this very app. One that was spent already was stolen from somebody: the whole
    /// session ends. Throws Problem 401 `invalid_refresh_token`, 403 `account_inactive`, 422 `invalid_scope`.
    TokenPair refresh(const RefreshTerms &terms);
    void end(SessionId session);
    /// Ends what the token stands for, if it is the app's: an access token alone, a refresh token with its whole
    /// session (RFC 7009, 2.1).
    void revoke(AppId app, const QString &token);
    /// The owner of a refresh token that is good; it is not spent.
    std::optional<TokenOwner> refreshOwner(const QString &refreshToken);
    /// The user has signed out: the server's own pages ask for the password again as well, in every browser.
    void endBrowsers(UserId user);
    /// Both end the sign-ins in browsers, too. Inside the caller's transaction.
    void endOthers(AccountId account, SessionId except = {});
    void endOthersOfUser(UserId user, SessionId except = {});
    void endOfApp(UserId user, AppId app);
    /// Everybody's.
    void endAllOfApp(AppId app);

    /// Who an access token stands for, if anyone.
    std::optional<TokenOwner> owner(const QString &accessToken);

private:
    TokenPair issue(SessionId session, Scopes scopes, bool narrowed, const QDateTime &now);

    Database &m_database;
    SessionStore m_store;
    BrowserSessionStore m_browsers;
    TokenLifetimes m_lifetimes;
    OwnerCache m_owners;
};
