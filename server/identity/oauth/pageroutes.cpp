// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/pageroutes.h"

#include "server/identity/oauth/authorizepage.h"
#include "server/identity/oauth/passwordresetpage.h"

using namespace Qt::StringLiterals;

namespace {
QList<QueryParameter> authorizeParameters()
{
    return {
        {u"response_type"_s, u"`code`"_s},
        {u"client_id"_s, u"The app_id"_s},
        {u"redirect_uri"_s, u"Where the answer goes: one that the app has registered, to the letter"_s},
        {u"scope"_s, u"Names separated by spaces"_s},
        {u"state"_s, u"Comes back with the answer"_s},
        {u"code_challenge"_s, u"Of PKCE (RFC 7636)"_s},
        {u"code_challenge_method"_s, u"`S256`"_s},
        {u"nonce"_s, u"Comes back in the ID token"_s},
        {u"prompt"_s, u"`none`, or any of `login`, `consent` and `select_account`"_s},
        {u"max_age"_s, u"Seconds since the user has signed in, at most"_s, u"integer"_s},
        {u"login_hint"_s, u"The address of the user who is meant"_s},
        {u"ui_locales"_s, u"The languages that the user likes best: `en`, `zh-CN`"_s},
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
        // What comes by form may bring a password.
        .runs = method == Method::Post ? Runs::OnHashPool : Runs::OnWorker,
        .limit = method == Method::Post ? Limit::SignIn : Limit::None,
        .handle = std::move(handle),
        .maxBody = 1 << 16,
        .atRoot = true,
        .openQuery = true,
        .refuse = [&pages](const Problem &problem, const Request &request) { return pages.refusal(problem, request); },
    };
}
}

RouteTable pageRoutes(const Pages &pages, AuthorizePage &authorize, PasswordResetPage &reset)
{
    const QString authorizePath = u"/oauth/authorize"_s;
    const QString resetPath = u"/oauth/password-reset"_s;
    return {
        page(Method::Get, authorizePath, u"Sign in and consent, as pages (OAuth 2.1)"_s, pages,
             [&authorize](const Call &call) { return authorize.get(call); }),
        page(Method::Post, authorizePath, u"A form of the sign-in pages, or an app's request as a form"_s, pages,
             [&authorize](const Call &call) { return authorize.post(call); }),
        page(Method::Get, resetPath, u"Set a new password, as pages"_s, pages,
             [&reset](const Call &call) { return reset.get(call); }),
        page(Method::Post, resetPath, u"A form of those pages"_s, pages,
             [&reset](const Call &call) { return reset.post(call); }),
    };
}
