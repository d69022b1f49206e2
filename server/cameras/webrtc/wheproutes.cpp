// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/streams/streamservice.h"
#include "server/cameras/webrtc/sessionoffer.h"
#include "server/cameras/webrtc/whepservice.h"

using namespace Qt::StringLiterals;

RouteTable whepRoutes(WhepService &whep)
{
    constexpr auto tag = u"Streams";
    const auto deviceOf = [](const Call &call) { return call.id<DeviceId>(u"device_id"); };
    const auto access = Callers::user(Scope::Streams).orLink();
    return {
        {
            .method = Method::Post,
            .path = u"/streams/:device_id/whep"_s,
            .caller = access,
            .tag = tag,
            .summary = u"Watch live by WebRTC (WHEP). The body is an offer to receive H.264; the answer has all "
                       "candidates. PCMU and PCMA sound is passed on"_s,
            .bodyTypes = {u"application/sdp"_s},
            .replyTypes = {u"application/sdp"_s},
            .status = 201,
            // Another codec, or B-frames; another server reads the camera.
            .otherStatuses = {400, 409, 415, 422},
            .runs = Runs::OnNetworkPool,
            .handle = [&whep,
                       deviceOf](const Call &call) { return whep.begin(call.caller, call.request, deviceOf(call)); },
            .stands = [&whep, deviceOf](
                          const Call &call) { whep.streams().require(call.caller, call.request, deviceOf(call)); },
            .maxBody = SessionOffer::mostBytes,
            .location = u"/streams/:device_id/whep/:whep_session_id"_s,
        },
        {
            .method = Method::Delete,
            .path = u"/streams/:device_id/whep/:whep_session_id"_s,
            .caller = access,
            .tag = tag,
            .summary = u"Stop watching by WebRTC. A session also ends some seconds after the viewer has gone"_s,
            .status = 204,
            .handle =
                [&whep, deviceOf](const Call &call) {
                    whep.end(call.caller, call.request, deviceOf(call), call.arg(u"whep_session_id"));
                    return Reply::noContent();
                },
        },
    };
}
