// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/user.h"
#include "server/identity/accounts/roleservice.h"

using namespace Qt::StringLiterals;

RouteTable roleRoutes(RoleService &roles)
{
    return {{
        .method = Method::Put,
        .path = u"/accounts/:account_id/users/:user_id/role"_s,
        .caller = Callers::management(),
        .tag = u"Accounts",
        .summary = u"Change the role of a user"_s,
        .body = &RoleChange::staticMetaObject,
        .reply = &User::staticMetaObject,
        .conditional = true,
        .handle =
            [&roles](const Call &call) {
                return replyWith(roles.set(call.caller, call.id<AccountId>(u"account_id"), call.id<UserId>(u"user_id"),
                                           call.precondition(), call.body<RoleChange>().role));
            },
    }};
}
