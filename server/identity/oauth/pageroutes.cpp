// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/authorizepage.h"
#include "server/identity/oauth/devicepage.h"
#include "server/identity/oauth/logoutpage.h"
#include "server/identity/oauth/passwordresetpage.h"
#include "server/identity/oauth/securitykeyspage.h"

using namespace Qt::StringLiterals;

namespace {
QList<QueryParameter> authorizeParameters()
{
    return {
        {u"response_type"_s, u"`code`"_s},
        {u"client_id"_s, u"ID of the app (app_id)"_s},
        {u"redirect_uri"_s, u"Address for the response, exactly as the app has registered it"_s},
        {u"scope"_s, u"Scopes, separated by spaces"_s},
        {u"state"_s, u"Returned with the response"_s},
        {u"code_challenge"_s, u"PKCE challenge (RFC 7636)"_s},
        {u"code_challenge_method"_s, u"`S256`"_s},
        {u"nonce"_s, u"Returned in the ID token"_s},
        {u"prompt"_s, u"`none`, or any of `login`, `consent` and `select_account`"_s},
        {u"max_age"_s, u"Maximum number of seconds since the user's last sign-in"_s, u"integer"_s},
        {u"login_hint"_s, u"Email address of the user to sign in"_s},
        {u"ui_locales"_s, u"Preferred languages of the user: `%1`"_s.arg(languageTags().join(u"`, `"_s))},
    };
}

Route page(Method method, const QString &path, const QString &summary, const Pages &pages,
           std::function<Reply(const Call &)> handle)
{
    return {
        .method = method,
        .path = path,
        .caller = Callers::anyone(),
        .tag = u"Sign-in pages",
        .summary = summary,
        .query = authorizeParameters(),
        .bodyTypes = method == Method::Post ? QStringList{u"application/x-www-form-urlencoded"_s} : QStringList(),
        .replyTypes = {u"text/html"_s},
        .otherStatuses = {302, 303, 403},
        // A form may contain a password, which must be hashed.
        .runs = method == Method::Post ? Runs::OnHashPool : Runs::OnWorker,
        .limit = method == Method::Post ? Limit::SignIn : Limit::None,
        .handle = std::move(handle),
        .maxBody = 1 << 16,
        .atRoot = true,
        .safe = false, // a GET may issue a code, sign the browser out, or try a user code
        .openQuery = true,
        .refuse = [&pages](const Problem &problem, const Request &request) { return pages.refusal(problem, request); },
        .refusalType = u"text/html"_s,
    };
}
}

RouteTable pageRoutes(const Pages &pages, AuthorizePage &authorize, PasswordResetPage &reset)
{
    const QString authorizePath = u"/oauth/authorize"_s;
    const QString resetPath = u"/oauth/password-reset"_s;
    return {
        page(Method::Get, authorizePath, u"Show the sign-in and consent pages (OAuth 2.1)"_s, pages,
             [&authorize](const Call &call) { return authorize.get(call); }),
        page(Method::Post, authorizePath, u"Submit a form of the sign-in pages, or an app's request as a form"_s, pages,
             [&authorize](const Call &call) { return authorize.post(call); }),
        page(Method::Get, resetPath, u"Show the pages for resetting a password"_s, pages,
             [&reset](const Call &call) { return reset.get(call); }),
        page(Method::Post, resetPath, u"Submit a form of the password reset pages"_s, pages,
             [&reset](const Call &call) { return reset.post(call); }),
    };
}

RouteTable devicePageRoutes(const Pages &pages, const std::shared_ptr<DevicePage> &device)
{
    const QString path = u"/oauth/device"_s;
    RouteTable routes{
        page(Method::Get, path, u"Show the page that connects a device by its user code (RFC 8628)"_s, pages,
             [device](const Call &call) { return device->get(call); }),
        page(Method::Post, path, u"Submit a form of the page that connects a device"_s, pages,
             [device](const Call &call) { return device->post(call); }),
    };
    for (Route &route : routes) {
        route.query = {{u"user_code"_s, u"The code that the device shows"_s}};
        route.limit = Limit::SignIn; // a GET tries a code as well
    }
    return routes;
}

RouteTable securityKeysPageRoutes(const Pages &pages, const std::shared_ptr<SecurityKeysPage> &keys)
{
    const QString path = u"/oauth/security-keys"_s;
    RouteTable routes{
        page(Method::Get, path, u"Show the page on which a user adds security keys (Web Authentication)"_s, pages,
             [keys](const Call &call) { return keys->get(call); }),
        page(Method::Post, path, u"Submit a form of the page of security keys"_s, pages,
             [keys](const Call &call) { return keys->post(call); }),
    };
    for (Route &route : routes)
        route.query = {{u"ui_locales"_s, u"Preferred languages of the user, such as `de` or `zh-CN`"_s}};
    return routes;
}

RouteTable logoutPageRoutes(const Pages &pages, const std::shared_ptr<LogoutPage> &logout)
{
    const QString path = u"/oauth/logout"_s;
    RouteTable routes{
        page(Method::Get, path, u"Sign the browser out (OpenID Connect RP-Initiated Logout 1.0)"_s, pages,
             [logout](const Call &call) { return logout->get(call); }),
        page(Method::Post, path, u"Submit the form of the sign-out page, or an app's request as a form"_s, pages,
             [logout](const Call &call) { return logout->post(call); }),
    };
    for (Route &route : routes) {
        route.query = {
            {u"id_token_hint"_s, u"An ID token that the app got for the user, also one that has expired"_s},
            {u"client_id"_s, u"ID of the app (app_id)"_s},
            {u"post_logout_redirect_uri"_s, u"Where the browser goes afterwards: a redirect URI of the app"_s},
            {u"state"_s, u"Returned with the redirect"_s},
            {u"ui_locales"_s, u"Preferred languages of the user, such as `de` or `zh-CN`"_s},
        };
    }
    return routes;
}
