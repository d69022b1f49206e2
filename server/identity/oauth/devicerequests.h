// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/devicerequest.h"
#include "server/core/http/route.h"
#include "server/identity/credentials/sessionstore.h"
#include "server/identity/oauth/deviceauthorizations.h"

class AccountService;
class AppStore;
class Quotas;

/// Lets a user who is signed in to the portal decide about the request of a device. DevicePage does the same for
/// browsers. Only the portal may: an app could grant itself more than the user has granted to it.
class DeviceRequests
{
public:
    struct Parts
    {
        Database &database;
        AccountService &accounts;
        AppStore &apps;
        Consents &consents;
        std::shared_ptr<DeviceAuthorizations> devices;
        Quotas &quotas;
    };

    explicit DeviceRequests(const Parts &parts)
        : m(parts)
        , m_sessions(parts.database)
    {
    }

    /// Throws, like decide(): Problem 403 `first_party_required`; 404 for a code that is unknown or whose tokens were
    /// fetched; 409 `user_code_used`; 410 `user_code_expired`; what an app that may not be used is refused with.
    DeviceRequest get(const Caller &caller, AccountId account, const QString &userCode);
    /// Throws: also Problem 412; 403 `insufficient_scope` if the caller can grant none of the scopes; 401 if the
    /// caller's session has ended.
    void decide(const Caller &caller, AccountId account, const QString &userCode, const DeviceDecision &decision,
                const Precondition &precondition);

private:
    DeviceAuthorization pending(const Caller &caller, AccountId account, const QString &userCode);
    DeviceRequest shown(const DeviceAuthorization &device, const Caller &caller);
    QDateTime provenAt(const Caller &caller);

    Parts m;
    SessionStore m_sessions;
};

/// Returns the routes, which own the service.
RouteTable deviceRequestRoutes(const std::shared_ptr<DeviceRequests> &requests);
