// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/sharing/shareroutes.h"

#include "server/cameras/sharing/shareservice.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Sharing";

AccountId accountOf(const Call &call) { return call.id<AccountId>(u"account_id"); }

/// The id in a query parameter; null where it is not there. One of another kind is nobody's.
template <typename SomeId>
SomeId idIn(const Call &call, QStringView name)
{
    const QString text = call.query(name.toString());
    if (text.isEmpty())
        return {};
    const auto id = SomeId::parse(text);
    return id ? *id : throw Problem::notFound();
}

template <typename New>
Route give(ShareService &shares, const QString &path, const QString &summary)
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
                return replyWith(shares.give(call.caller, accountOf(call), call.body<New>()), 201);
            },
    };
}

template <typename Ended>
Route take(ShareService &shares, const QString &path, const QString &summary)
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
                shares.take(call.caller, accountOf(call), call.body<Ended>());
                return Reply::noContent();
            },
    };
}

Route given(ShareService &shares)
{
    return {
        .method = Method::Get,
        .path = u"/shares/account/:account_id"_s,
        .caller = Callers::user(Scope::DevicesShare),
        .tag = tag,
        .summary = u"List whom the account lets look at what, the newest first"_s,
        .query = {{u"device_id"_s, u"Of one device"_s}, {u"devgroup_id"_s, u"Of one group"_s}},
        .reply = &Share::staticMetaObject,
        .list = true,
        .handle =
            [&shares](const Call &call) {
                const auto page = PageRequest::from(call);
                const ShareQuery query{.account = accountOf(call),
                                       .device = idIn<DeviceId>(call, u"device_id"),
                                       .group = idIn<DeviceGroupId>(call, u"devgroup_id")};
                const auto found = shares.given(call.caller, query, page);
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
            .summary = u"List the groups that others share with the calling user of this account"_s,
            .reply = &DeviceGroup::staticMetaObject,
            .list = true,
            .handle = [&shares](const Call &call) { return pageOf(call, shares.groups(call.caller, accountOf(call))); },
        },
        give<NewGroupShare>(shares, groups, u"Let somebody look at a group, or change until when; for the main user"_s),
        take<EndedGroupShare>(shares, groups, u"Let somebody look at a group no longer; for the main user"_s),
        {
            .method = Method::Get,
            .path = devices,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary =
                u"List the devices that others share with the calling user of this account, those of groups too"_s,
            .reply = &Device::staticMetaObject,
            .list = true,
            .handle =
                [&shares](const Call &call) { return pageOf(call, shares.devices(call.caller, accountOf(call))); },
        },
        give<NewDeviceShare>(shares, devices,
                             u"Let somebody look at a device, or change until when; for the main user"_s),
        take<EndedDeviceShare>(shares, devices, u"Let somebody look at a device no longer; for the main user"_s),
        given(shares),
    };
}
