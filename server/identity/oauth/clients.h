// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

class AppStore;
class OAuthParameters;
class Quotas;
struct Request;

/// An app that calls an OAuth endpoint.
struct OAuthClient
{
    App app;
    bool confidential = false; ///< the app has authenticated with its key
};

/// Identifies the app that calls an OAuth endpoint, by HTTP Basic or by `client_id` and `client_secret` in the body
/// (RFC 6749, 2.3.1).
class Clients
{
public:
    Clients(AppStore &apps, Quotas &quotas)
        : m_apps(apps)
        , m_quotas(quotas)
    {
    }

    /// Returns the app, which need not have sent its key.
    /// Throws: OAuthError invalid_client for an unknown app and for a wrong key, Problem 403 for an app that may not be
    /// used, 429 for one that has used up its daily quota.
    OAuthClient identified(const Request &request, const OAuthParameters &parameters);
    /// Returns the app, which must have sent its key.
    /// Throws: like identified(), and OAuthError invalid_client if the key is missing.
    OAuthClient proven(const Request &request, const OAuthParameters &parameters);

    /// Returns the `client_id` that the request names, in whichever way.
    /// Throws: OAuthError invalid_request.
    static QString claimedId(const Request &request);

private:
    AppStore &m_apps;
    Quotas &m_quotas;
};
