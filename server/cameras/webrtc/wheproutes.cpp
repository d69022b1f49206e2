// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/streams/streamservice.h"
#include "server/cameras/webrtc/sessionoffer.h"
#include "server/cameras/webrtc/whepservice.h"
#include "server/core/cluster/peers.h"

using namespace Qt::StringLiterals;

namespace {
DeviceId deviceOf(const Call &call) { return call.id<DeviceId>(u"device_id"); }
}

RouteTable whepRoutes(WhepService &whep)
{
    constexpr auto tag = u"Streams";
    const auto access = Callers::user(Scope::Streams).orLink();
    return {
        {
            .method = Method::Post,
            .path = u"/streams/:device_id/whep"_s,
            .caller = access,
            .tag = tag,
            .summary = u"Watch live by WebRTC (WHEP). The body is an offer to receive H.264; the answer has all "
                       "candidates. Sound is PCMU, PCMA, or Opus if the camera sends AAC"_s,
            .bodyTypes = {u"application/sdp"_s},
            .replyTypes = {u"application/sdp"_s},
            .status = 201,
            // Another codec, or B-frames.
            .otherStatuses = {400, 409, 415, 422},
            .runs = Runs::OnNetworkPool,
            .handle = [&whep](const Call &call) { return whep.begin(call.caller, call.request, deviceOf(call)); },
            .stands = [&whep](const Call &call) { whep.streams().require(call.caller, call.request, deviceOf(call)); },
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
                [&whep](const Call &call) {
                    return whep.end(call.caller, call.request, deviceOf(call), call.arg(u"whep_session_id"));
                },
        },
    };
}

RouteTable whepPeerRoutes(const Peers &peers, WhepService &whep)
{
    constexpr qint64 mostBytes = 4 * SessionOffer::mostBytes; // the offer, the credential, and what sealing adds
    const QString sessions = u"/cameras/:device_id/whep"_s;
    Route begin = peerRoute(
        peers, sessions, Runs::OnNetworkPool,
        [&whep](const Call &call) { return whep.beginFor(call.request, deviceOf(call)); }, Method::Post);
    begin.maxBody = mostBytes;
    const Route end = peerRoute(
        peers, sessions + u"/:whep_session_id"_s, Runs::OnWorker,
        [&whep](const Call &call) { return whep.endFor(call.request, deviceOf(call), call.arg(u"whep_session_id")); },
        Method::Delete);
    return {begin, end};
}
