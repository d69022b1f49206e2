// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/capture/capturemodeservice.h"

using namespace Qt::StringLiterals;

RouteTable captureModeRoutes(CaptureModeService &capture)
{
    constexpr auto tag = u"Capture";
    return {
        {
            .method = Method::Get,
            .path = u"/devices/:device_id/capture-mode"_s,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"Get the capture mode of a device"_s,
            .reply = &CaptureMode::staticMetaObject,
            .handle =
                [&capture](const Call &call) {
                    return replyWith(capture.get(call.caller, call.id<DeviceId>(u"device_id")));
                },
        },
        {
            .method = Method::Put,
            .path = u"/devices/:device_id/capture-mode"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Set the capture mode of a device"_s,
            .body = &CaptureMode::staticMetaObject,
            .patch = true,
            .reply = &CaptureMode::staticMetaObject,
            .conditional = true,
            .handle =
                [&capture](const Call &call) {
                    return replyWith(capture.update(call.caller, call.id<DeviceId>(u"device_id"), call.precondition(),
                                                    [&](CaptureMode &mode) { call.patch(mode); }));
                },
        },
    };
}
