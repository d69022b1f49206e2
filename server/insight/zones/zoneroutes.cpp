// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/zones/zoneservice.h"

#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Zones";

DeviceId deviceOf(const Call &call) { return call.id<DeviceId>(u"device_id"); }
ZoneId zoneOf(const Call &call) { return call.id<ZoneId>(u"zone_id"); }
}

RouteTable zoneRoutes(ZoneService &zones)
{
    const QString one = u"/devices/:device_id/zones/:zone_id"_s;
    return {
        {
            .method = Method::Post,
            .path = u"/devices/zone"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Create a zone in a device's picture"_s,
            .body = &Zone::staticMetaObject,
            .reply = &Zone::staticMetaObject,
            .status = 201,
            .handle = [&zones](const Call &call) { return replyWith(zones.add(call.caller, call.body<Zone>()), 201); },
        },
        {
            .method = Method::Get,
            .path = u"/devices/:device_id/zones"_s,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"List the zones of a device"_s,
            .reply = &Zone::staticMetaObject,
            .list = true,
            .handle =
                [&zones](const Call &call) {
                    return pageOf(call, zones.list(call.caller, deviceOf(call)), &Zone::createdAt, &Zone::zoneId);
                },
        },
        {
            .method = Method::Get,
            .path = one,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"Get a zone"_s,
            .reply = &Zone::staticMetaObject,
            .handle =
                [&zones](const Call &call) { return replyWith(zones.get(call.caller, deviceOf(call), zoneOf(call))); },
        },
        {
            .method = Method::Put,
            .path = one,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Update a zone"_s,
            .body = &Zone::staticMetaObject,
            .patch = true,
            .reply = &Zone::staticMetaObject,
            .conditional = true,
            .handle =
                [&zones](const Call &call) {
                    return replyWith(zones.update(call.caller, deviceOf(call), zoneOf(call), call.precondition(),
                                                  [&](Zone &zone) { call.patch(zone); }));
                },
        },
        {
            .method = Method::Delete,
            .path = one,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Delete a zone that no mode uses"_s,
            .status = 204,
            .conditional = true,
            .handle =
                [&zones](const Call &call) {
                    zones.remove(call.caller, deviceOf(call), zoneOf(call), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
