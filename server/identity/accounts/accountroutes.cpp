// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/pagelanguage.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/credentials/password.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Accounts";

/// Returns the language for a person whose language is not known yet.
QString preferredLocale(const Call &call)
{
    return languageTag(pageLanguage({}, call.request.headers.value("Accept-Language")));
}

RouteTable registrationRoutes(AccountService &accounts)
{
    return {
        {
            .method = Method::Post,
            .path = u"/accounts/registration"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Create an account with its main user"_s,
            .body = &NewAccount::staticMetaObject,
            .reply = &Registered::staticMetaObject,
            .status = 201,
            .runs = Runs::OnHashPool,
            .limit = Limit::Registration,
            .handle =
                [&accounts](const Call &call) {
                    auto wanted = call.body<NewAccount>();
                    if (!call.bodyObject().contains(u"locale"_s))
                        wanted.locale = preferredLocale(call);
                    return replyWith(accounts.registerAccount(call.caller, wanted), 201);
                },
            .location = u"/accounts/:account_id"_s,
        },
        {
            .method = Method::Post,
            .path = u"/accounts/verifycode"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Send a verification code by email or text message"_s,
            .body = &CodeRequest::staticMetaObject,
            .reply = &CodeSent::staticMetaObject,
            .status = 202,
            .limit = Limit::Code,
            .handle =
                [&accounts](const Call &call) {
                    return replyWith(accounts.sendCode(call.body<CodeRequest>(), preferredLocale(call)), 202);
                },
        },
        {
            .method = Method::Put,
            .path = u"/accounts/verifycode"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Check a verification code (also activates the registration that the code was sent for)"_s,
            .body = &CodeCheck::staticMetaObject,
            .reply = &CodeAccepted::staticMetaObject,
            .limit = Limit::Code,
            .handle =
                [&accounts](const Call &call) {
                    return replyWith(accounts.checkCode(call.caller, call.body<CodeCheck>()));
                },
        },
        {
            .method = Method::Post,
            .path = u"/accounts/password-strength"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Estimate the strength of a password"_s,
            .body = &PasswordToJudge::staticMetaObject,
            .reply = &PasswordStrength::staticMetaObject,
            .runs = Runs::OnHashPool,
            .handle =
                [](const Call &call) {
                    const auto judged = call.body<PasswordToJudge>();
                    return replyWith(Password::strength(judged.password, judged.userInputs));
                },
        },
    };
}

RouteTable sessionRoutes(AccountService &accounts)
{
    return {
        {
            .method = Method::Post,
            .path = u"/accounts/login/local"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Sign in with name and password"_s,
            .body = &LocalLogin::staticMetaObject,
            .reply = &TokenPair::staticMetaObject,
            .runs = Runs::OnHashPool,
            .limit = Limit::SignIn,
            .handle = [&accounts](
                          const Call &call) { return replyWith(accounts.login(call.caller, call.body<LocalLogin>())); },
        },
        {
            .method = Method::Post,
            .path = u"/accounts/login/second-factor"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Complete a sign-in with a code of the second factor"_s,
            .body = &SecondStep::staticMetaObject,
            .reply = &TokenPair::staticMetaObject,
            .limit = Limit::SignIn,
            .handle =
                [&accounts](const Call &call) {
                    return replyWith(accounts.finishLogin(call.caller, call.body<SecondStep>()));
                },
        },
        {
            .method = Method::Put,
            .path = u"/accounts/refresh-token"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Exchange a refresh token for a new pair of tokens"_s,
            .body = &RefreshRequest::staticMetaObject,
            .reply = &TokenPair::staticMetaObject,
            .limit = Limit::Token,
            .handle =
                [&accounts](const Call &call) {
                    return replyWith(accounts.refresh(call.caller, call.body<RefreshRequest>()));
                },
        },
        {
            .method = Method::Get,
            .path = u"/accounts/logout"_s,
            .caller = Callers::user(Scope::AccountRead).evenWhileSettingUp(),
            .tag = tag,
            .summary = u"Sign out (redirects to redirect_uri if the app has registered it)"_s,
            .query = {{u"client_id"_s, u"App that signs the user out (default: the token's app)"_s},
                      {u"redirect_uri"_s, u"One of the app's redirect URIs"_s}},
            .status = 204,
            .otherStatuses = {302},
            .handle =
                [&accounts](const Call &call) {
                    const QUrl to =
                        accounts.logout(call.caller, call.query(u"client_id"_s), call.query(u"redirect_uri"_s));
                    return to.isEmpty() ? Reply::noContent() : Reply::redirect(to);
                },
            .safe = false,
        },
    };
}

RouteTable passwordRoutes(AccountService &accounts)
{
    return {
        {
            .method = Method::Put,
            .path = u"/accounts/:account_id/reset-password"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Change the caller's password"_s,
            .body = &NewPassword::staticMetaObject,
            .status = 204,
            .runs = Runs::OnHashPool,
            .handle =
                [&accounts](const Call &call) {
                    accounts.changePassword(call.caller, call.id<AccountId>(u"account_id"), call.body<NewPassword>());
                    return Reply::noContent();
                },
        },
        {
            .method = Method::Put,
            .path = u"/accounts/forgotpassword"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Reset a forgotten password with a verified email address or phone number"_s,
            .body = &ForgottenPassword::staticMetaObject,
            .status = 204,
            .runs = Runs::OnHashPool,
            .limit = Limit::Reset,
            .handle =
                [&accounts](const Call &call) {
                    accounts.resetPassword(call.caller, call.body<ForgottenPassword>());
                    return Reply::noContent();
                },
        },
    };
}

RouteTable ownRoutes(AccountService &accounts)
{
    return {
        {
            .method = Method::Put,
            .path = u"/accounts/:account_id/phone"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Set the account's verified phone number, which can reset the main user's password"_s,
            .body = &PhoneProof::staticMetaObject,
            .reply = &Account::staticMetaObject,
            .runs = Runs::OnHashPool,
            .conditional = true,
            .handle =
                [&accounts](const Call &call) {
                    return replyWith(accounts.provePhone(call.caller, call.id<AccountId>(u"account_id"),
                                                         call.precondition(), call.body<PhoneProof>()));
                },
        },
        {
            .method = Method::Get,
            .path = u"/accounts/:account_id"_s,
            .caller = Callers::user(Scope::AccountRead).orManagement().evenWhileSettingUp(),
            .tag = tag,
            .summary = u"Get an account with its users and linked apps"_s,
            .reply = &Account::staticMetaObject,
            .handle =
                [&accounts](const Call &call) {
                    return replyWith(accounts.get(call.caller, call.id<AccountId>(u"account_id")));
                },
        },
        {
            .method = Method::Put,
            .path = u"/accounts/:account_id"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Update contact, billing and regional data"_s,
            .body = &Account::staticMetaObject,
            .patch = true,
            .reply = &Account::staticMetaObject,
            .conditional = true,
            .handle =
                [&accounts](const Call &call) {
                    return replyWith(accounts.update(call.caller, call.id<AccountId>(u"account_id"),
                                                     call.precondition(),
                                                     [&](Account &account) { call.patch(account); }));
                },
        },
    };
}
}

RouteTable accountRoutes(AccountService &accounts)
{
    return registrationRoutes(accounts) + sessionRoutes(accounts) + passwordRoutes(accounts) + ownRoutes(accounts);
}
