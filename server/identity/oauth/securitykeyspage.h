// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/identity/oauth/signinforms.h"

class SecurityKeyService;

/// The page `/oauth/security-keys`, on which a user adds and removes security keys. It takes a user who has signed in
/// within the last ten minutes, with both factors if there are two, so that an unattended browser adds no key.
class SecurityKeysPage
{
public:
    struct Parts
    {
        Database &database;
        const Pages &pages;
        BrowserSessions &browsers;
        const SignInForms &signIns;
        SecurityKeyService &keys;
        SecondFactors &factors;
    };

    explicit SecurityKeysPage(const Parts &parts)
        : m(parts)
    {
    }

    Reply get(const Call &call);
    /// Handles a form of the page. Hashes.
    Reply post(const Call &call);

private:
    /// What the page tells beside its keys.
    struct News
    {
        QString problem = {};
        QString notice = {};
        QStringList recoveryCodes = {};
        int status = 200;
    };

    SignInPlace placeOf(const Request &request) const;
    std::optional<BrowserUser> freshUser(const Request &request);
    Reply show(const Request &request, const BrowserUser &user, const News &news);
    Reply takeForm(const QString &form, const OAuthParameters &fields, const Request &request, const BrowserUser &user);
    News add(const OAuthParameters &fields, const Request &request, const BrowserUser &user);
    News remove(const OAuthParameters &fields, const Request &request, const BrowserUser &user);
    News renewCodes(const Request &request, const BrowserUser &user);
    QString text(const QString &name, const Request &request) const { return m.pages.text(name, request); }

    Parts m;
};

/// Returns the routes of the page, which they own.
RouteTable securityKeysPageRoutes(const Pages &pages, const std::shared_ptr<SecurityKeysPage> &page);
