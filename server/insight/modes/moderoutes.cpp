// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/modes/modeservice.h"

#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Device modes";

DeviceModeId modeOf(const Call &call) { return call.id<DeviceModeId>(u"devicemode_id"); }

Reply listed(ModeService &modes, const Call &call)
{
    const auto page = PageRequest::from(call);
    const auto found = modes.list(call.caller, call.id<AccountId>(u"account_id"), page);
    return pageOf<DeviceMode>(
        call, page, found.modes,
        [](const DeviceMode &mode) {
            return QJsonArray{mode.accountId.isNull() ? u""_s : mode.accountId.toString(),
                              mode.createdAt.toMSecsSinceEpoch(), mode.devicemodeId.toString()};
        },
        found.total);
}

Reply listedVersions(ModeService &modes, const Call &call)
{
    const auto page = PageRequest::from(call);
    const auto found = modes.versions(call.caller, modeOf(call), page);
    return pageOf<DeviceMode>(
        call, page, found.modes, [](const DeviceMode &mode) { return QJsonArray{mode.version}; }, found.total);
}

Reply listedNearMisses(ModeService &modes, const Call &call)
{
    NearMissQuery query;
    query.device = QueryValues::id<DeviceId>(call, u"device_id"_s);
    const auto [from, to] = QueryValues::range(call);
    query.from = from;
    query.to = to;
    const auto page = PageRequest::from(call);
    const auto found = modes.nearMisses(call.caller, modeOf(call), query, page);
    return pageOf<ModeNearMiss>(
        call, page, found.misses,
        [](const ModeNearMiss &miss) {
            return QJsonArray{miss.startedAt.toMSecsSinceEpoch(), miss.deviceId.toString()};
        },
        found.total);
}
}

RouteTable modeRoutes(ModeService &modes)
{
    const QString one = u"/device-modes/:devicemode_id"_s;
    return {
        {
            .method = Method::Get,
            .path = u"/device-modes/account/:account_id"_s,
            .caller = Callers::user(Scope::ModesRead),
            .tag = tag,
            .summary = u"List the modes that an account can use: the built-in modes and its own"_s,
            .reply = &DeviceMode::staticMetaObject,
            .list = true,
            .handle = [&modes](const Call &call) { return listed(modes, call); },
        },
        {
            .method = Method::Post,
            .path = u"/device-modes"_s,
            .caller = Callers::user(Scope::Modes).orManagement(),
            .tag = tag,
            .summary = u"Create a device mode for the caller's account, or a built-in one"_s,
            .query = {{u"system"_s,
                       u"true: create a built-in mode for all accounts (administrators only); default for apps"_s,
                       u"boolean"_s}},
            .body = &DeviceMode::staticMetaObject,
            .reply = &DeviceMode::staticMetaObject,
            .status = 201,
            .handle =
                [&modes](const Call &call) {
                    const bool system = call.queryBool(u"system"_s).value_or(call.caller.accountId.isNull());
                    return replyWith(modes.add(call.caller, call.body<DeviceMode>(), system), 201);
                },
        },
        {
            .method = Method::Get,
            .path = one,
            .caller = Callers::user(Scope::ModesRead),
            .tag = tag,
            .summary = u"Get a device mode"_s,
            .reply = &DeviceMode::staticMetaObject,
            .handle = [&modes](const Call &call) { return replyWith(modes.get(call.caller, modeOf(call))); },
        },
        {
            .method = Method::Get,
            .path = one + u"/versions"_s,
            .caller = Callers::user(Scope::ModesRead),
            .tag = tag,
            .summary = u"List the versions of a device mode, newest first"_s,
            .reply = &DeviceMode::staticMetaObject,
            .list = true,
            .handle = [&modes](const Call &call) { return listedVersions(modes, call); },
        },
        {
            .method = Method::Get,
            .path = one + u"/near-misses"_s,
            .caller = Callers::user(scopeOfObservations),
            .tag = tag,
            .summary = u"List what nearly created a mark in the last day, newest first"_s,
            .query = {{u"device_id"_s, u"Only near misses of this device"_s},
                      Parameters::time(u"from"_s, u"Only near misses that started at or after this time"_s),
                      Parameters::time(u"to"_s, u"Only near misses that started before this time"_s)},
            .reply = &ModeNearMiss::staticMetaObject,
            .list = true,
            .handle = [&modes](const Call &call) { return listedNearMisses(modes, call); },
        },
        {
            .method = Method::Put,
            .path = one,
            .caller = Callers::user(Scope::Modes).orManagement(),
            .tag = tag,
            .summary = u"Update a device mode, which creates a new version"_s,
            .body = &DeviceMode::staticMetaObject,
            .patch = true,
            .reply = &DeviceMode::staticMetaObject,
            .conditional = true,
            .handle =
                [&modes](const Call &call) {
                    return replyWith(modes.update(call.caller, modeOf(call), call.precondition(),
                                                  [&](DeviceMode &mode) { call.patch(mode); }));
                },
        },
        {
            .method = Method::Delete,
            .path = one,
            .caller = Callers::user(Scope::Modes).orManagement(),
            .tag = tag,
            .summary = u"Delete a device mode"_s,
            .query = {{u"replace_with"_s, u"Mode for the devices and groups that have the deleted mode"_s}},
            .status = 204,
            .conditional = true,
            .handle =
                [&modes](const Call &call) {
                    modes.remove(call.caller, modeOf(call), call.precondition(),
                                 QueryValues::id<DeviceModeId>(call, u"replace_with"_s));
                    return Reply::noContent();
                },
        },
    };
}
