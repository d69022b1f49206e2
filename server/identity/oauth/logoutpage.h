// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/identity/oauth/pages.h"

class AppStore;
class SigningKeys;

/// The page `/oauth/logout` (OpenID Connect RP-Initiated Logout 1.0): signs the browser out of the server's own pages,
/// and sends it back to the app. An app that proves by an ID token whom it means needs no question; otherwise the user
/// is asked, because any page can lead a browser here.
class LogoutPage
{
public:
    struct Parts
    {
        Database &database;
        const Pages &pages;
        BrowserSessions &browsers;
        AppStore &apps;
        SigningKeys &keys;
        QString issuer;
    };

    explicit LogoutPage(const Parts &parts)
        : m(parts)
        , m_audit(parts.database)
    {
    }

    Reply get(const Call &call);
    /// Handles the form of the page, or an app's request sent as a form.
    Reply post(const Call &call);

private:
    /// What an app asks for.
    struct Wish
    {
        QString subject = {}; ///< the user of the ID token; empty: none was sent
        QUrl target = {}; ///< where the browser goes afterwards; empty: it stays
    };
    Wish wishOf(const Request &request);
    QJsonObject claimsOf(const QString &idToken);
    Reply signOut(const Request &request, const QUrl &target, bool afterForm);

    Parts m;
    AuditLog m_audit;
};

/// Returns the routes of the page, which they own.
RouteTable logoutPageRoutes(const Pages &pages, const std::shared_ptr<LogoutPage> &page);
