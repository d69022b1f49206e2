// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/sessions.h"

struct Route;
struct Request;
class AppStore;
class LastUses;

/// Finds out who calls, and holds that against what a route asks for.
class Authenticator
{
public:
    Authenticator(Sessions &sessions, AppTokens &appTokens, AppStore &apps, LastUses &uses)
        : m_sessions(sessions)
        , m_appTokens(appTokens)
        , m_apps(apps)
        , m_uses(uses)
    {
    }

    /// Throws Problem: 401 where no credential was sent or it is not valid, 403 where account or app are not in good
    /// standing.
    Caller authenticate(const Request &request, const Route &route);
    /// Throws Problem: 401 where the route wants a credential of another kind, 403 where the scope or the role does
    /// not suffice.
    static void authorize(const Caller &caller, const Route &route);

private:
    Caller identify(const Request &request, const Route &route);
    Caller byToken(const QString &token);
    Caller byAppToken(const QString &token);
    Caller byAppKey(const QByteArray &basic);

    Sessions &m_sessions;
    AppTokens &m_appTokens;
    AppStore &m_apps;
    LastUses &m_uses;
};
