// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/sessions.h"

struct Access;
struct Route;
struct Request;
class AppStore;
class LastUses;

/// Identifies the caller of a request and checks them against the route's Access.
class Authenticator
{
public:
    /// `staffNeedsSecondFactor`: staff without a second factor can only set it up.
    Authenticator(Sessions &sessions, AppTokens &appTokens, AppStore &apps, LastUses &uses, bool staffNeedsSecondFactor)
        : m_sessions(sessions)
        , m_appTokens(appTokens)
        , m_apps(apps)
        , m_uses(uses)
        , m_staffNeedsSecondFactor(staffNeedsSecondFactor)
    {
    }

    /// Returns the caller.
    /// Throws: Problem 401 if there is no valid credential, 403 if the account is inactive or the app may not be used.
    Caller authenticate(const Request &request, const Route &route);
    /// Returns the caller by what is stored now. Tokens are cached for a fraction of a second, so that all running
    /// answers of a client share one look.
    Caller authenticateAgain(const Request &request, const Route &route);
    /// Returns the app that an OAuth client names as its own, which need not be true, or a null ID.
    static AppId claimedApp(const Request &request);
    /// Requires that the caller may call the route.
    /// Throws: Problem 401 if the route needs a credential of another kind, 403 if the scope or the role does not
    /// suffice.
    static void authorize(const Caller &caller, const Route &route);

private:
    Caller identify(const Request &request, const Route &route, std::chrono::milliseconds oldest);
    Caller byToken(const QString &token, const Access &access, std::chrono::milliseconds oldest);
    Caller byLink(SessionId session);
    bool mustSetUp(const TokenOwner &owner) const;
    Caller byAppToken(const QString &token);
    Caller byAppKey(const QByteArray &basic, const Access &access);

    Sessions &m_sessions;
    AppTokens &m_appTokens;
    AppStore &m_apps;
    LastUses &m_uses;
    bool m_staffNeedsSecondFactor;
};
