// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/oauth/authorizationrequest.h"
#include "server/identity/oauth/pages.h"

class AccountService;
class AppStore;
class AuthorizationCodes;
class Call;
class Consents;
class Database;

/// A button of the sign-in page that leads to another provider.
struct SignInButton
{
    QString provider; ///< its id in addresses
    QString title;
};

/// `/oauth/authorize`: from an app's wish for access to the user's answer. Who are you, may this app do that, and back
/// to the app with a code or with the reason why there is none.
class AuthorizePage
{
public:
    struct Parts
    {
        Database &database;
        const Pages &pages;
        BrowserSessions &browsers;
        AccountService &accounts;
        AppStore &apps;
        AuthorizationCodes &codes;
        Consents &consents;
        QList<SignInButton> providers; ///< other ways to sign in
        QString issuer; ///< what the server calls itself
    };

    explicit AuthorizePage(const Parts &parts)
        : m(parts)
    {
    }

    Reply get(const Call &call);
    /// One of the pages' own forms, or an app's request that came as a form (OpenID Connect Core 1.0, 3.1.2.1). Hashes.
    Reply post(const Call &call);

private:
    /// A browser on its way through.
    struct Visit
    {
        const Request &request;
        AuthorizationRequest asked;
        std::optional<BrowserUser> user = {};
        Scopes scopes = {}; ///< what was asked for and the user may have
        bool justSignedIn = false; ///< for this very request
        bool afterForm = false; ///< the browser has come here by a form of ours
    };

    Reply visit(const Request &request, const std::function<Reply(const Visit &)> &next);
    Reply decide(const Visit &visit);
    Reply takeForm(const QString &form, const OAuthParameters &fields, const Visit &visit);

    Reply showSignIn(const Visit &visit, const QString &address, const QString &problem = {}, int status = 200) const;
    Reply signIn(const OAuthParameters &fields, const Visit &visit);
    Reply switchUser(const Visit &visit);

    bool needsConsent(const Visit &visit);
    Reply showConsent(const Visit &visit) const;
    Reply takeDecision(const OAuthParameters &fields, const Visit &visit);

    Reply grant(const Visit &visit);
    Reply refuse(const Visit &visit, const QString &error, const QString &description) const;

    Parts m;
};
