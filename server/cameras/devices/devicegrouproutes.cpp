// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/deviceservice.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Device groups";
}

RouteTable deviceGroupRoutes(DeviceService &devices)
{
    return {
        {
            .method = Method::Get,
            .path = u"/device-groups/account/:account_id"_s,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"List the account's device groups"_s,
            .reply = &DeviceGroup::staticMetaObject,
            .list = true,
            .handle =
                [&devices](const Call &call) {
                    return pageOf(call, devices.groups(call.caller, call.id<AccountId>(u"account_id")),
                                  &DeviceGroup::createdAt, &DeviceGroup::devgroupId);
                },
        },
        {
            .method = Method::Post,
            .path = u"/device-groups/account/:account_id"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Create a device group"_s,
            .body = &DeviceGroup::staticMetaObject,
            .reply = &DeviceGroup::staticMetaObject,
            .status = 201,
            .handle =
                [&devices](const Call &call) {
                    return replyWith(
                        devices.addGroup(call.caller, call.id<AccountId>(u"account_id"), call.body<DeviceGroup>()),
                        201);
                },
        },
        {
            .method = Method::Get,
            .path = u"/device-groups/:devgroup_id/account/:account_id"_s,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"Get a device group"_s,
            .reply = &DeviceGroup::staticMetaObject,
            .handle =
                [&devices](const Call &call) {
                    return replyWith(devices.group(call.caller, call.id<AccountId>(u"account_id"),
                                                   call.id<DeviceGroupId>(u"devgroup_id")));
                },
        },
        {
            .method = Method::Put,
            .path = u"/device-groups/:devgroup_id/account/:account_id"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Update a device group"_s,
            .body = &DeviceGroup::staticMetaObject,
            .patch = true,
            .reply = &DeviceGroup::staticMetaObject,
            .conditional = true,
            .handle =
                [&devices](const Call &call) {
                    return replyWith(devices.updateGroup(call.caller, call.id<AccountId>(u"account_id"),
                                                         call.id<DeviceGroupId>(u"devgroup_id"), call.precondition(),
                                                         [&](DeviceGroup &group) { call.patch(group); }));
                },
        },
        {
            .method = Method::Delete,
            .path = u"/device-groups/:devgroup_id/account/:account_id"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Delete a device group; its devices become ungrouped"_s,
            .status = 204,
            .conditional = true,
            .handle =
                [&devices](const Call &call) {
                    devices.removeGroup(call.caller, call.id<AccountId>(u"account_id"),
                                        call.id<DeviceGroupId>(u"devgroup_id"), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
