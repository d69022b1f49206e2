// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/paging.h"
#include "server/identity/accounts/securitykeyservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Accounts";

AccountId accountOf(const Call &call) { return call.id<AccountId>(u"account_id"); }
SecurityKeyId keyOf(const Call &call) { return call.id<SecurityKeyId>(u"security_key_id"); }
}

RouteTable securityKeyRoutes(SecurityKeyService &keys)
{
    const QString path = u"/accounts/:account_id/security-keys"_s;
    return {
        {
            .method = Method::Get,
            .path = path,
            .caller = Callers::user(Scope::AccountRead).evenWhileSettingUp(),
            .tag = tag,
            .summary = u"List the caller's security keys and passkeys"_s,
            .reply = &SecurityKey::staticMetaObject,
            .list = true,
            .handle =
                [&keys](const Call &call) {
                    return pageOf(call, keys.list(call.caller, accountOf(call)), &SecurityKey::createdAt,
                                  &SecurityKey::securityKeyId);
                },
        },
        {
            .method = Method::Put,
            .path = path + u"/:security_key_id"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Change the name of a security key (in the portal)"_s,
            .body = &SecurityKey::staticMetaObject,
            .reply = &SecurityKey::staticMetaObject,
            .conditional = true,
            .handle =
                [&keys](const Call &call) {
                    return replyWith(keys.rename(call.caller, accountOf(call), keyOf(call),
                                                 call.body<SecurityKey>().name, call.precondition()));
                },
        },
        {
            .method = Method::Delete,
            .path = path + u"/:security_key_id"_s,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Remove a security key, and end the user's other sessions (in the portal)"_s,
            .body = &SecondFactorProof::staticMetaObject,
            .status = 204,
            .runs = Runs::OnHashPool,
            .conditional = true,
            .handle =
                [&keys](const Call &call) {
                    keys.remove(call.caller, accountOf(call), keyOf(call), call.body<SecondFactorProof>(),
                                call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
