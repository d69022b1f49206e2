// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/credentials.h"
#include "server/auth/browsersessionstore.h"
#include "server/auth/caller.h"
#include "server/auth/sessionstore.h"

#include <chrono>

struct TokenLifetimes
{
    std::chrono::seconds access = std::chrono::hours(1);
    std::chrono::seconds refresh = std::chrono::hours(24 * 60);
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
    {
    }

    /// Inside the caller's transaction.
    TokenPair begin(const User &user, AppId app, Scopes scopes);
    /// A new pair for a refresh token of this very app. One that was spent already was stolen from somebody: the whole
    /// session ends. Throws Problem 401 `invalid_refresh_token`.
    TokenPair refresh(AppId app, const QString &refreshToken);
    void end(SessionId session);
    /// The user has signed out: the server's own pages ask for the password again as well, in every browser.
    void endBrowsers(UserId user);
    /// Both end the sign-ins in browsers, too. Inside the caller's transaction.
    void endOthers(AccountId account, SessionId except = {});
    void endOthersOfUser(UserId user, SessionId except = {});
    void endOfApp(UserId user, AppId app);

    /// Who an access token stands for, if anyone.
    std::optional<TokenOwner> owner(const QString &accessToken);

private:
    TokenPair issue(SessionId session, Scopes scopes, const QDateTime &now);

    Database &m_database;
    SessionStore m_store;
    BrowserSessionStore m_browsers;
    TokenLifetimes m_lifetimes;
};
