// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/identity/oauth/deviceauthorizations.h"
#include "server/identity/oauth/signinforms.h"

class AccountService;
class AppStore;
class Quotas;

/// The page `/oauth/device`, on which a user connects a device without a browser (RFC 8628, 3.3): takes the user code,
/// signs the user in, and asks for consent. A device is never approved without a question, because another person may
/// have sent the address with the code.
class DevicePage
{
public:
    struct Parts
    {
        Database &database;
        const Pages &pages;
        BrowserSessions &browsers;
        const SignInForms &signIns;
        AccountService &accounts;
        AppStore &apps;
        Consents &consents;
        DeviceAuthorizations &devices;
        Quotas &quotas;
    };

    explicit DevicePage(const Parts &parts)
        : m(parts)
    {
    }

    Reply get(const Call &call);
    /// Handles a form of the page. Hashes.
    Reply post(const Call &call);

private:
    Reply decide(const Request &request);
    Reply askForCode(const Request &request, const QString &problem = {}) const;
    SignInPlace placeOf(const Request &request, const DeviceAuthorization &device) const;
    Reply askForConsent(const Request &request, const DeviceAuthorization &device, const BrowserUser &user);
    Reply takeDecision(const Request &request, const OAuthParameters &fields, const DeviceAuthorization &device);
    Reply done(const Request &request, const QString &kind) const;
    void requireStanding(const DeviceAuthorization &device);
    App appOf(const DeviceAuthorization &device) const;

    Parts m;
};

/// Returns the routes of the page, which they own.
RouteTable devicePageRoutes(const Pages &pages, const std::shared_ptr<DevicePage> &page);
