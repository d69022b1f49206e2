// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/secondfactorservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Accounts";

AccountId accountOf(const Call &call) { return call.id<AccountId>(u"account_id"); }
}

RouteTable secondFactorRoutes(SecondFactorService &factors)
{
    const QString path = u"/accounts/:account_id/second-factor"_s;
    return {
        {
            .method = Method::Get,
            .path = path,
            .caller = Callers::user(Scope::AccountRead).evenWhileSettingUp(),
            .tag = tag,
            .summary = u"Get the state of the caller's second factor"_s,
            .reply = &SecondFactor::staticMetaObject,
            .handle = [&factors](const Call &call) { return replyWith(factors.get(call.caller, accountOf(call))); },
        },
        {
            .method = Method::Post,
            .path = path,
            .caller = Callers::user(Scope::Account).evenWhileSettingUp(),
            .tag = tag,
            .summary = u"Begin the set-up of a second factor (returns the secret for an authenticator "
                       u"app; in the portal only)"_s,
            .body = &SecondFactorRequest::staticMetaObject,
            .reply = &SecondFactorSetup::staticMetaObject,
            .status = 201,
            .runs = Runs::OnHashPool,
            .handle =
                [&factors](const Call &call) {
                    return replyWith(factors.begin(call.caller, accountOf(call), call.body<SecondFactorRequest>()),
                                     201);
                },
            .location = path,
        },
        {
            .method = Method::Put,
            .path = path,
            .caller = Callers::user(Scope::Account).evenWhileSettingUp(),
            .tag = tag,
            .summary = u"Enable the second factor with its first code (returns the recovery codes; in the portal "
                       u"only)"_s,
            .body = &SecondFactorConfirmation::staticMetaObject,
            .reply = &RecoveryCodes::staticMetaObject,
            .otherStatuses = {409},
            .conditional = true,
            .handle =
                [&factors](const Call &call) {
                    return replyWith(factors.confirm(call.caller, accountOf(call),
                                                     call.body<SecondFactorConfirmation>(), call.precondition()));
                },
        },
        {
            .method = Method::Delete,
            .path = path,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Switch the second factor off (in the portal only)"_s,
            .body = &SecondFactorProof::staticMetaObject,
            .status = 204,
            .otherStatuses = {409},
            .runs = Runs::OnHashPool,
            .conditional = true,
            .handle =
                [&factors](const Call &call) {
                    factors.disable(call.caller, accountOf(call), call.body<SecondFactorProof>(), call.precondition());
                    return Reply::noContent();
                },
        },
        {
            .method = Method::Post,
            .path = path + u"/recovery-codes"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Create ten recovery codes in place of all earlier ones"_s,
            .body = &SecondFactorProof::staticMetaObject,
            .reply = &RecoveryCodes::staticMetaObject,
            .status = 201,
            .runs = Runs::OnHashPool,
            .handle =
                [&factors](const Call &call) {
                    return replyWith(factors.renewCodes(call.caller, accountOf(call), call.body<SecondFactorProof>()),
                                     201);
                },
            .location = path,
        },
    };
}
