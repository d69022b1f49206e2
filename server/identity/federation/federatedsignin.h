// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"
#include "server/identity/federation/federationservice.h"
#include "server/identity/federation/signinticket.h"

#include <QUrl>

class AppStore;
class BrowserSessions;
class Call;

/// The way of a browser from the sign-in page to another provider and back, after which somebody is signed in in it.
///
/// Against sign-ins that somebody else has begun, the answer must be for a state that this very browser was given. Each
/// provider has a redirect URI of its own and says who it is where it can (RFC 9207), so that none can pass on what
/// another has issued.
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
    };

    explicit FederatedSignIn(const Parts &parts)
        : m(parts)
    {
    }

    /// `/oauth/federated/:provider` with the query of `/oauth/authorize`: sends the browser to the provider. Throws
    /// Problem, for a page: 404 for an unknown one, 400 for a request that cannot be answered.
    Reply begin(const Call &call);
    /// `/oauth/federated/:provider/callback`: where the provider sends it back to, and from where it goes on to
    /// `/oauth/authorize`; signed in, or with a notice of what went wrong. Throws Problem 403 `form_out_of_date` where
    /// this browser has begun no such sign-in.
    Reply finish(const Call &call);

private:
    bool secure() const { return m.publicUrl.scheme() == u"https"; }
    QString callbackOf(const QString &provider) const;
    /// Signs in whom the provider vouches for.
    Reply admit(const Request &request, const SignInTicket &ticket);

    Parts m;
};
