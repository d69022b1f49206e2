// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/accountlifecycle.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Accounts";
}

RouteTable lifecycleRoutes(AccountLifecycle &lifecycle)
{
    return {
        {
            .method = Method::Post,
            .path = u"/accounts/status"_s,
            .caller = Callers::user(Scope::Account).orManagement(),
            .tag = tag,
            .summary = u"Activate or deactivate an account (both end its sessions)"_s,
            .body = &AccountStatus::staticMetaObject,
            .reply = &Account::staticMetaObject,
            .handle =
                [&lifecycle](const Call &call) {
                    return replyWith(lifecycle.setStatus(call.caller, call.body<AccountStatus>()));
                },
        },
        {
            .method = Method::Get,
            .path = u"/accounts/app/:app_id"_s,
            .caller = Callers::user(Scope::AccountRead),
            .tag = tag,
            .summary = u"Get the caller's account and the scopes granted to a linked app"_s,
            .reply = &LinkedAccount::staticMetaObject,
            .handle =
                [&lifecycle](const Call &call) {
                    return replyWith(lifecycle.linkedTo(call.caller, call.id<AppId>(u"app_id")));
                },
        },
        {
            .method = Method::Post,
            .path = u"/accounts/app/:app_id"_s,
            .caller = Callers::management(),
            .tag = tag,
            .summary = u"Create an account linked to an app (mails the user a code to set a password)"_s,
            .body = &Invitation::staticMetaObject,
            .reply = &LinkedAccount::staticMetaObject,
            .status = 201,
            .handle =
                [&lifecycle](const Call &call) {
                    return replyWith(lifecycle.invite(call.caller, call.id<AppId>(u"app_id"), call.body<Invitation>()),
                                     201);
                },
            .location = u"/accounts/:account_id"_s,
        },
    };
}
