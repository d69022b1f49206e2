// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/identity/oauth/authorizationrequest.h"
#include "server/identity/oauth/signinforms.h"

class AccountService;
class AppStore;
class AuthorizationCodes;
class Call;
class Consents;
class Database;
class PasswordResetPage;
class Quotas;

/// The page `/oauth/authorize`: signs the user in, asks for consent, and sends the browser back to the app with a code
/// or an error.
class AuthorizePage
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
        AuthorizationCodes &codes;
        Consents &consents;
        Quotas &quotas;
        QList<SignInButton> providers; ///< external providers
        QString issuer; ///< issuer identifier of the server
    };

    explicit AuthorizePage(const Parts &parts)
        : m(parts)
    {
    }

    Reply get(const Call &call);
    /// Handles a form of the pages, or an app's request sent as a form (OpenID Connect Core 1.0, 3.1.2.1). Hashes.
    Reply post(const Call &call);

private:
    /// A request of a browser, with its state.
    struct Visit
    {
        const Request &request;
        AuthorizationRequest asked;
        std::optional<BrowserUser> user = {};
        Scopes scopes = {}; ///< requested scopes that the user can grant
        bool justSignedIn = false; ///< for this request
        bool afterForm = false; ///< the browser comes from a form of these pages
    };

    Reply visit(const Request &request, const std::function<Reply(const Visit &)> &next);
    Reply decide(const Visit &visit);
    Reply takeForm(const QString &form, const OAuthParameters &fields, const Visit &visit);

    SignInPlace placeOf(const Visit &visit) const;
    Reply switchUser(const Visit &visit);

    bool needsConsent(const Visit &visit);
    Reply showConsent(const Visit &visit) const;
    Reply takeDecision(const OAuthParameters &fields, const Visit &visit);

    Reply grant(const Visit &visit);
    Reply refuse(const Visit &visit, const QString &error, const QString &description) const;

    Parts m;
};

/// Returns the routes of the pages that a user sees while an app requests access.
RouteTable pageRoutes(const Pages &pages, AuthorizePage &authorize, PasswordResetPage &reset);
