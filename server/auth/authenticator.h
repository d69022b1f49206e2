// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/apptokens.h"
#include "server/auth/caller.h"
#include "server/auth/sessions.h"

struct Route;
struct Request;
class AppStore;

/// Finds out who calls, and whether the route is open to them.
class Authenticator
{
public:
    Authenticator(Sessions &sessions, AppTokens &appTokens, AppStore &apps)
        : m_sessions(sessions)
        , m_appTokens(appTokens)
        , m_apps(apps)
    {
    }

    /// Throws Problem: 401 where no credential that the route takes was sent or it is not valid, 403 where the caller
    /// is known but the scope, the role or the standing of account or app does not suffice.
    Caller authenticate(const Request &request, const Route &route);

private:
    Caller identify(const Request &request, const Route &route);
    Caller byToken(const QString &token);
    Caller byAppToken(const QString &token);
    Caller byAppKey(const QByteArray &basic);

    Sessions &m_sessions;
    AppTokens &m_appTokens;
    AppStore &m_apps;
};
