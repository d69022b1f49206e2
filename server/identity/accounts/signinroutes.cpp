// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/paging.h"
#include "server/identity/accounts/signinservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Accounts";

AccountId accountOf(const Call &call) { return call.id<AccountId>(u"account_id"); }

RouteTable tokenRoutes(SignInService &signIns)
{
    return {
        {
            .method = Method::Post,
            .path = u"/accounts/:account_id/token"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Create a one-time token that signs the caller in to another app"_s,
            .reply = &SignInToken::staticMetaObject,
            .status = 201,
            .handle = [&signIns](
                          const Call &call) { return replyWith(signIns.makeToken(call.caller, accountOf(call)), 201); },
        },
        {
            .method = Method::Get,
            .path = u"/accounts/:account_id/token/:account_token"_s,
            .caller = Callers::signInApp(),
            .tag = tag,
            .summary = u"Redeem a one-time sign-in token"_s,
            .reply = &TokenPair::staticMetaObject,
            .limit = Limit::SignIn,
            .handle =
                [&signIns](const Call &call) {
                    Reply reply = replyWith(signIns.redeem(call.caller, accountOf(call), call.arg(u"account_token")));
                    reply.headers.append("Cache-Control", "no-store"); // RFC 6749, 5.1, whatever the method
                    return reply;
                },
            .safe = false,
        },
    };
}
}

RouteTable signInRoutes(SignInService &signIns)
{
    return RouteTable{
               {
                   .method = Method::Get,
                   .path = u"/accounts/:account_id/sessions"_s,
                   .caller = Callers::user(Scope::AccountRead).evenWhileSettingUp(),
                   .tag = tag,
                   .summary = u"List the caller's sessions"_s,
                   .reply = &SignIn::staticMetaObject,
                   .list = true,
                   .handle =
                       [&signIns](const Call &call) {
                           return pageOf(call, signIns.list(call.caller, accountOf(call)), &SignIn::lastUsedAt,
                                         &SignIn::sessionId);
                       },
               },
               {
                   .method = Method::Delete,
                   .path = u"/accounts/:account_id/sessions"_s,
                   .caller = Callers::user(Scope::Account).evenWhileSettingUp(),
                   .tag = tag,
                   .summary = u"Sign out everywhere: end the caller's other sessions"_s,
                   .query = {Parameters::flag(u"with_this"_s, u"Whether the calling session ends too"_s)},
                   .status = 204,
                   .handle =
                       [&signIns](const Call &call) {
                           signIns.endAll(call.caller, accountOf(call), call.queryBool(u"with_this"_s).value_or(false));
                           return Reply::noContent();
                       },
               },
               {
                   .method = Method::Delete,
                   .path = u"/accounts/:account_id/sessions/:session_id"_s,
                   .caller = Callers::user(Scope::Account).evenWhileSettingUp(),
                   .tag = tag,
                   .summary = u"End one of the caller's sessions"_s,
                   .status = 204,
                   .handle =
                       [&signIns](const Call &call) {
                           signIns.end(call.caller, accountOf(call), call.id<SessionId>(u"session_id"));
                           return Reply::noContent();
                       },
               },
           }
    + tokenRoutes(signIns);
}
