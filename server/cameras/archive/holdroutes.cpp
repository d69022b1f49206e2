// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/cameras/archive/archiveservice.h"
#include "server/cameras/archive/dataholds.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Archive";
const QString path = u"/device-data/:data_id/hold"_s;

DeviceDataId idOf(const Call &call) { return call.id<DeviceDataId>(u"data_id"); }
}

RouteTable holdRoutes(DataHolds &holds)
{
    return {
        {
            .method = Method::Put,
            .path = path,
            .caller = Callers::user(Scope::Data),
            .tag = tag,
            .summary = u"Hold a photo or video: exempt it from the plan's limits and refuse its deletion with 409"_s,
            .body = &DataHold::staticMetaObject,
            .reply = &DeviceData::staticMetaObject,
            .otherStatuses = {409}, // in the bin
            .conditional = true,
            .handle =
                [&holds](const Call &call) {
                    return replyWith(holds.hold(call.caller, idOf(call), call.body<DataHold>(), call.precondition()));
                },
        },
        {
            .method = Method::Delete,
            .path = path,
            .caller = Callers::user(Scope::Data),
            .tag = tag,
            .summary = u"End the hold of a photo or video"_s,
            .status = 204,
            .conditional = true,
            .handle =
                [&holds](const Call &call) {
                    holds.release(call.caller, idOf(call), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
