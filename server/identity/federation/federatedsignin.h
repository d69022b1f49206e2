// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"
#include "server/core/http/route.h"
#include "server/identity/federation/federationservice.h"
#include "server/identity/federation/signinticket.h"

#include <QUrl>

class AppStore;
class Quotas;
class BrowserSessions;
class Call;
class Pages;

/// Sends a browser from the sign-in page to an external provider and back, and signs its user in.
///
/// The response must carry a state that was given to the same browser, so that an attacker cannot inject a sign-in of
/// their own. Each provider has its own redirect URI and identifies itself if it can (RFC 9207), so that one provider
/// cannot pass on a code that another has issued.
class FederatedSignIn
{
public:
    struct Parts
    {
        Database &database;
        FederationService &federation;
        BrowserSessions &browsers;
        AppStore &apps;
        const ServerKey &key;
        QUrl publicUrl;
        Quotas &quotas;
    };

    explicit FederatedSignIn(const Parts &parts)
        : m(parts)
    {
    }

    /// Handles `/oauth/federated/:provider` with the query of `/oauth/authorize`: sends the browser to the provider.
    /// Throws: Problem, to be shown as a page: 404 for an unknown provider, 400 for an invalid request.
    Reply begin(const Call &call);
    /// Handles `/oauth/federated/:provider/callback`, to which the provider sends the browser back. The browser goes on
    /// to `/oauth/authorize`, signed in or with a notice of what went wrong.
    /// Throws: Problem 403 `form_out_of_date` if this browser has not begun the sign-in.
    Reply finish(const Call &call);

private:
    bool secure() const { return m.publicUrl.scheme() == u"https"; }
    QString callbackOf(const QString &provider) const;
    /// Signs in the user whom the provider has authenticated.
    Reply admit(const Request &request, const SignInTicket &ticket);

    Parts m;
};

/// Returns the routes that browsers are sent to. Refusals are pages.
RouteTable federatedSignInRoutes(FederatedSignIn &signIn, const Pages &pages);
