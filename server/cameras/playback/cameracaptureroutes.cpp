// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/playback/cameracaptures.h"
#include "server/cameras/playback/capturesource.h"
#include "server/core/cluster/peers.h"

using namespace Qt::StringLiterals;

namespace {
DataCapture wantedBy(const Call &call)
{
    if (call.request.body.isEmpty())
        return {};
    DataCapture wanted = call.body<DataCapture>();
    const QJsonObject sent = call.bodyObject();
    if (sent.contains(u"duration"_s) && !sent.contains(u"kind"_s))
        wanted.kind = DeviceData::Kind::Video; // a photo has no duration
    return wanted;
}
}

RouteTable cameraCaptureRoutes(CameraCaptures &captures)
{
    return {{
        .method = Method::Post,
        .path = u"/devices/:device_id/capture"_s,
        .caller = Callers::user(Scope::Devices),
        .tag = u"Capture",
        .summary = u"Capture a photo or a clip now. A clip begins with the key frame at `taken_at` and is `pending` "
                   "until it is written: wait for the event `data.changed`, or poll /device-data/:data_id"_s,
        .body = &DataCapture::staticMetaObject,
        .bodyOptional = true,
        .reply = &DeviceData::staticMetaObject,
        .status = 201,
        .otherStatuses = {409}, // the camera's codec cannot be recorded
        .runs = Runs::OnNetworkPool,
        .handle =
            [&captures](const Call &call) {
                return replyWith(captures.capture(call.caller, call.id<DeviceId>(u"device_id"), wantedBy(call)), 201);
            },
    }};
}

RouteTable cameraCapturePeerRoutes(const Peers &peers, const MediaHub &media)
{
    return {peerRoute(peers, u"/cameras/:device_id/capture"_s, Runs::OnFilePool, [&peers, &media](const Call &call) {
        const auto kind = call.query(u"kind"_s) == u"video"_s ? DeviceData::Kind::Video : DeviceData::Kind::Photo;
        Reply reply;
        reply.contentType = "application/octet-stream";
        reply.body = CaptureStart::here(media, peers.self().storageId, call.id<DeviceId>(u"device_id"), kind).toBytes();
        return reply;
    })};
}
