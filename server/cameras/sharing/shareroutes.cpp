// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/sharing/shareservice.h"

#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Sharing";

AccountId accountOf(const Call &call) { return call.id<AccountId>(u"account_id"); }

template <typename New>
Route grant(ShareService &shares, const QString &path, const QString &summary)
{
    return {
        .method = Method::Post,
        .path = path,
        .caller = Callers::user(Scope::DevicesShare),
        .tag = tag,
        .summary = summary,
        .body = &New::staticMetaObject,
        .reply = &Share::staticMetaObject,
        .status = 201,
        .handle =
            [&shares](const Call &call) {
                return replyWith(shares.grant(call.caller, accountOf(call), call.body<New>()), 201);
            },
    };
}

template <typename Ended>
Route revoke(ShareService &shares, const QString &path, const QString &summary)
{
    return {
        .method = Method::Delete,
        .path = path,
        .caller = Callers::user(Scope::DevicesShare),
        .tag = tag,
        .summary = summary,
        .body = &Ended::staticMetaObject,
        .status = 204,
        .handle =
            [&shares](const Call &call) {
                shares.revoke(call.caller, accountOf(call), call.body<Ended>());
                return Reply::noContent();
            },
    };
}

Route list(ShareService &shares)
{
    return {
        .method = Method::Get,
        .path = u"/shares/account/:account_id"_s,
        .caller = Callers::user(Scope::DevicesShare),
        .tag = tag,
        .summary = u"List the shares that the account has granted, newest first"_s,
        .query = {{u"device_id"_s, u"Only shares of this device"_s},
                  {u"devgroup_id"_s, u"Only shares of this group"_s}},
        .reply = &Share::staticMetaObject,
        .list = true,
        .handle =
            [&shares](const Call &call) {
                const auto page = PageRequest::from(call);
                const ShareQuery query{.account = accountOf(call),
                                       .device = QueryValues::id<DeviceId>(call, u"device_id"_s),
                                       .group = QueryValues::id<DeviceGroupId>(call, u"devgroup_id"_s)};
                const auto found = shares.granted(call.caller, query, page);
                return pageOf<Share>(
                    call, page, found.shares, [](const Share &share) { return QJsonArray{share.shareId.toString()}; },
                    found.total);
            },
    };
}
}

RouteTable shareRoutes(ShareService &shares)
{
    const QString groups = u"/device-groups/share/account/:account_id"_s;
    const QString devices = u"/devices/share/account/:account_id"_s;
    return {
        {
            .method = Method::Get,
            .path = groups,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"List the groups that other accounts share with the calling user"_s,
            .reply = &DeviceGroup::staticMetaObject,
            .list = true,
            .handle =
                [&shares](const Call &call) {
                    return pageOf(call, shares.groups(call.caller, accountOf(call)), &DeviceGroup::createdAt,
                                  &DeviceGroup::devgroupId);
                },
        },
        grant<NewGroupShare>(shares, groups,
                             u"Share a group with a person, or change when the share ends (main user only)"_s),
        revoke<EndedGroupShare>(shares, groups, u"Revoke a share of a group (main user only)"_s),
        {
            .method = Method::Get,
            .path = devices,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"List the devices that other accounts share with the calling user, including those of groups"_s,
            .reply = &Device::staticMetaObject,
            .list = true,
            .handle =
                [&shares](const Call &call) {
                    return pageOf(call, shares.devices(call.caller, accountOf(call)), &Device::createdAt,
                                  &Device::deviceId);
                },
        },
        grant<NewDeviceShare>(shares, devices,
                              u"Share a device with a person, or change when the share ends (main user only)"_s),
        revoke<EndedDeviceShare>(shares, devices, u"Revoke a share of a device (main user only)"_s),
        list(shares),
    };
}
