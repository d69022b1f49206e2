// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/deviceservice.h"

#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Devices";

/// Replies with a device and its zones. `If-Match` is held against the settings alone.
Reply shown(const Device &device, const ZonesOf &zonesOf, int status = 200)
{
    const DeviceDetail detail{device, zonesOf(device.deviceId)};
    Reply reply = replyWith(detail, status);
    reply.headers.append("ETag", entityTag(toJson(DeviceService::settingsOf(device)), reply.body));
    return reply;
}
}

RouteTable deviceRoutes(DeviceService &devices, const ZonesOf &zonesOf)
{
    return {
        {
            .method = Method::Post,
            .path = u"/devices"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Add a camera to the caller's account"_s,
            .body = &NewDevice::staticMetaObject,
            .reply = &DeviceDetail::staticMetaObject,
            .status = 201,
            .runs = Runs::OnNetworkPool,
            .handle =
                [&devices, zonesOf](const Call &call) {
                    return shown(devices.add(call.caller, call.body<NewDevice>()), zonesOf, 201);
                },
        },
        {
            .method = Method::Get,
            .path = u"/devices"_s,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"List the devices of the caller's account"_s,
            .reply = &Device::staticMetaObject,
            .list = true,
            .handle =
                [&devices](const Call &call) {
                    return pageOf(call, devices.list(call.caller), &Device::createdAt, &Device::deviceId);
                },
        },
        {
            .method = Method::Get,
            .path = u"/devices/:device_id"_s,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"Get a device"_s,
            .reply = &DeviceDetail::staticMetaObject,
            .handle =
                [&devices, zonesOf](const Call &call) {
                    return shown(devices.visible(call.caller, call.id<DeviceId>(u"device_id")), zonesOf);
                },
        },
        {
            .method = Method::Get,
            .path = u"/devices/:device_id/attributes"_s,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"Get the properties of the camera's stream"_s,
            .reply = &DeviceAttributes::staticMetaObject,
            .handle =
                [&devices](const Call &call) {
                    return replyWith(devices.attributes(call.caller, call.id<DeviceId>(u"device_id")));
                },
        },
        {
            .method = Method::Put,
            .path = u"/devices/:device_id"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Update a device"_s,
            .body = &NewDevice::staticMetaObject,
            .patch = true,
            .reply = &DeviceDetail::staticMetaObject,
            .runs = Runs::OnNetworkPool,
            .conditional = true,
            .handle =
                [&devices, zonesOf](const Call &call) {
                    const QJsonObject sent = call.bodyObject();
                    const DeviceChange change{.apply = [&](NewDevice &device) { call.patch(device); },
                                              .setsUsername = sent.contains(u"username"_s),
                                              .setsPassword = sent.contains(u"password"_s)};
                    return shown(
                        devices.update(call.caller, call.id<DeviceId>(u"device_id"), call.precondition(), change),
                        zonesOf);
                },
        },
        {
            .method = Method::Delete,
            .path = u"/devices/:device_id"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Move a device to the bin"_s,
            .status = 204,
            .conditional = true,
            .handle =
                [&devices](const Call &call) {
                    devices.remove(call.caller, call.id<DeviceId>(u"device_id"), call.precondition());
                    return Reply::noContent();
                },
        },
        {
            .method = Method::Post,
            .path = u"/devices/:device_id/device-group/:devgroup_id"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Move a device to a group"_s,
            .reply = &DeviceDetail::staticMetaObject,
            .handle =
                [&devices, zonesOf](const Call &call) {
                    return shown(devices.move(call.caller, call.id<DeviceId>(u"device_id"),
                                              call.id<DeviceGroupId>(u"devgroup_id")),
                                 zonesOf);
                },
        },
    };
}
