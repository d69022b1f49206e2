// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/marks/restoreroutes.h"

#include "server/marks/markservice.h"

using namespace Qt::StringLiterals;

namespace {
/// The route asks for what a mark needs; a device is another matter.
void requireDeviceScope(const Caller &caller)
{
    if (!caller.scopes.testFlag(Scope::Devices))
        throw Problem::forbidden(u"insufficient_scope"_s, u"The token lacks the scope devices."_s);
}
}

RouteTable restoreRoutes(MarkService &marks, std::function<Device(const Caller &, DeviceId)> restoreDevice)
{
    return {{
        .method = Method::Put,
        .path = u"/restore/:datalandmark_id"_s,
        .caller = Callers::user(Scope::Marks),
        .tag = u"Device marks",
        .summary = u"Take a mark, or a device with all of its own, back from the bin"_s,
        .reply = &DeviceMark::staticMetaObject,
        .handle =
            [&marks, restoreDevice = std::move(restoreDevice)](const Call &call) {
                const auto device = DeviceId::parse(call.arg(u"datalandmark_id"));
                if (!device)
                    return replyWith(marks.restore(call.caller, call.id<DeviceMarkId>(u"datalandmark_id")));
                requireDeviceScope(call.caller);
                return replyWith(restoreDevice(call.caller, *device));
            },
    }};
}
