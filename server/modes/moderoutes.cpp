// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/modes/moderoutes.h"

#include "server/http/paging.h"
#include "server/modes/modeservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Device modes";
}

RouteTable modeRoutes(ModeService &modes)
{
    return {
        {
            .method = Method::Get,
            .path = u"/device-modes/account/:account_id"_s,
            .caller = Callers::user(Scope::ModesRead),
            .tag = tag,
            .summary = u"List the modes that the account may use: the system's and its own"_s,
            .reply = &DeviceMode::staticMetaObject,
            .list = true,
            .handle =
                [&modes](const Call &call) {
                    return pageOf(call, modes.list(call.caller, call.id<AccountId>(u"account_id")));
                },
        },
        {
            .method = Method::Post,
            .path = u"/device-modes"_s,
            .caller = Callers::user(Scope::Modes).orManagement(),
            .tag = tag,
            .summary = u"Add a device mode"_s,
            .body = &DeviceMode::staticMetaObject,
            .reply = &DeviceMode::staticMetaObject,
            .status = 201,
        },
        {
            .method = Method::Put,
            .path = u"/device-modes/:devicemode_id"_s,
            .caller = Callers::user(Scope::Modes).orManagement(),
            .tag = tag,
            .summary = u"Change a device mode"_s,
            .body = &DeviceMode::staticMetaObject,
            .reply = &DeviceMode::staticMetaObject,
        },
        {
            .method = Method::Delete,
            .path = u"/device-modes/:devicemode_id"_s,
            .caller = Callers::user(Scope::Modes).orManagement(),
            .tag = tag,
            .summary = u"Remove a device mode"_s,
            .query = {{u"replace_with"_s, u"The mode that devices which have it get instead"_s}},
            .status = 204,
        },
    };
}
