// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

class AppStore;
class OAuthParameters;
struct Request;

/// An app as it shows itself at OAuth's endpoints.
struct OAuthClient
{
    App app;
    bool confidential = false; ///< it has proven itself with its key
};

/// Who calls an endpoint of OAuth's: by HTTP Basic, or by `client_id` and `client_secret` in the body (RFC
/// 6749, 2.3.1).
class Clients
{
public:
    explicit Clients(AppStore &apps)
        : m_apps(apps)
    {
    }

    /// Throws OAuthError invalid_client for an unknown app and for a wrong key, also where none was needed; 403 for an
    /// app that is not active.
    OAuthClient identified(const Request &request, const OAuthParameters &parameters);
    /// And for one that has not shown its key.
    OAuthClient proven(const Request &request, const OAuthParameters &parameters);

private:
    AppStore &m_apps;
};
