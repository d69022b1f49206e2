// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/cameras/device.h"
#include "server/cameras/streams/livemedia.h"
#include "server/cameras/streams/streamservice.h"
#include "server/core/cluster/peers.h"
#include "server/core/http/paging.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Streams";
constexpr qint64 mostCount = 1'000'000'000'000;

DeviceId deviceOf(const Call &call) { return call.id<DeviceId>(u"device_id"); }

Route stream(const QString &below, const QString &summary, const QString &mediaType = {})
{
    return {
        .method = Method::Get,
        .path = u"/streams/:device_id"_s + below,
        .caller = Callers::user(Scope::Streams).orLink(),
        .tag = tag,
        .summary = summary,
        .replyTypes = mediaType.isEmpty() ? QStringList() : QStringList{mediaType},
    };
}

/// Returns the span that the query names, or nothing if it names none.
std::optional<WatchedSpan> recordedSpanOf(const Call &call)
{
    const bool asked = !call.query(u"from"_s).isEmpty() || !call.query(u"to"_s).isEmpty();
    return asked ? std::optional(WatchedSpan::of(call)) : std::nullopt;
}

qint64 countIn(const Call &call, const QString &name)
{
    bool ok = false;
    const qint64 count = call.query(name).toLongLong(&ok);
    if (!ok || count < 0 || count > mostCount)
        throw Problem::invalid(u'?' + name, u"malformed"_s, u"This must be a number of a segment or part."_s);
    return count;
}

/// Returns the point that a player waits for, as draft-pantos-hls-rfc8216bis, 6.2.5.2, states it.
std::optional<LivePoint> waitsFor(const Call &call)
{
    const bool hasPart = !call.query(u"_HLS_part"_s).isEmpty();
    if (call.query(u"_HLS_msn"_s).isEmpty()) {
        if (hasPart)
            throw Problem::invalid(u"?_HLS_msn"_s, u"required"_s,
                                   u"A part is one of a segment, which must be named."_s);
        return std::nullopt;
    }
    LivePoint point{countIn(call, u"_HLS_msn"_s)};
    if (hasPart)
        point.part = int(std::min<qint64>(countIn(call, u"_HLS_part"_s), std::numeric_limits<int>::max()));
    return point;
}

Route handled(Route route, Runs runs, std::function<Reply(const Call &)> handle)
{
    route.runs = runs;
    route.handle = std::move(handle);
    return route;
}

Route revocation(StreamService &streams)
{
    return {
        .method = Method::Delete,
        .path = u"/streams/:device_id"_s,
        .caller = Callers::user(Scope::Devices),
        .tag = tag,
        .summary = u"Revoke all signed URLs of a device's live streams"_s,
        .status = 204,
        .handle =
            [&streams](const Call &call) {
                streams.revoke(call.caller, deviceOf(call));
                return Reply::noContent();
            },
    };
}

/// Makes the server check the caller again while a reply is sent, because a signed URL or a share may end meanwhile.
RouteTable watched(RouteTable routes, StreamService &streams)
{
    for (Route &route : routes) {
        if (route.caller.link)
            route.stands = [&streams](const Call &call) { streams.require(call.caller, call.request, deviceOf(call)); };
    }
    return routes;
}

Route devicesOfGroup(StreamService &streams)
{
    return {
        .method = Method::Get,
        .path = u"/devices/device-group/:devgroup_id"_s,
        .caller = Callers::user(Scope::DevicesRead),
        .tag = u"Devices",
        .summary = u"List the devices of a group, with signed URLs of their streams if the token may watch"_s,
        .reply = &Device::staticMetaObject,
        .list = true,
        .handle =
            [&streams](const Call &call) {
                return pageOf(call, streams.ofGroup(call.caller, call.id<DeviceGroupId>(u"devgroup_id")),
                              &Device::createdAt, &Device::deviceId);
            },
    };
}
}

RouteTable streamRoutes(StreamService &streams)
{
    Route addresses = stream({},
                             u"Get signed URLs of a device's live streams, and of a recorded span if the query names "
                             "one, valid for at least one hour"_s);
    addresses.query = spanParameters();
    addresses.caller = Callers::user(Scope::Streams);
    addresses.reply = &StreamAddresses::staticMetaObject;
    Route live =
        stream(u"/live.m3u8"_s,
               u"Watch live as HTTP Live Streaming in fMP4. Players that support low latency get parts of a third of a "
               "second, and wait for the next one"_s,
               u"application/vnd.apple.mpegurl"_s);
    live.query = {Parameters::integer(u"_HLS_msn"_s, u"Wait until the playlist contains this segment"_s, 0, mostCount),
                  Parameters::integer(u"_HLS_part"_s, u"Wait for this part of the segment"_s, 0, mostCount)};
    // The camera's codec cannot be recorded; the player waits for a segment that is far away.
    live.otherStatuses = {400, 409};
    Route segment = stream(u"/segments/:name"_s, u"Get a segment that a playlist lists"_s, u"video/mp4"_s);
    segment.otherStatuses = {206, 416};
    Route snapshot = stream(u"/snapshot.jpg"_s, u"Get the newest picture"_s, u"image/jpeg"_s);
    snapshot.replyHeaders = {{u"X-Timestamp"_s, u"The time of the picture"_s}};
    const RouteTable built{
        handled(addresses, Runs::OnWorker,
                [&streams](const Call &call) {
                    return replyWith(streams.addresses(call.caller, deviceOf(call), recordedSpanOf(call)));
                }),
        handled(live, Runs::OnFilePool,
                [&streams](const Call &call) {
                    return streams.playlist(call.caller, call.request, deviceOf(call), waitsFor(call));
                }),
        handled(segment, Runs::OnFilePool,
                [&streams](const Call &call) {
                    return streams.segment(call.caller, call.request, deviceOf(call), call.arg(u"name"));
                }),
        // On the worker, because the stream belongs to the thread that creates it, and needs an event loop there.
        handled(stream(u"/live.mjpeg"_s, u"Watch live as Motion JPEG in a small size (multipart/x-mixed-replace)"_s,
                       u"multipart/x-mixed-replace"_s),
                Runs::OnWorker,
                [&streams](const Call &call) { return streams.mjpeg(call.caller, call.request, deviceOf(call)); }),
        handled(snapshot, Runs::OnFilePool,
                [&streams](const Call &call) { return streams.snapshot(call.caller, call.request, deviceOf(call)); }),
    };
    return watched(built + RouteTable{revocation(streams), devicesOfGroup(streams)}, streams);
}

RouteTable streamPeerRoutes(const Peers &peers, MediaHub &media)
{
    const QString camera = u"/cameras/:device_id"_s;
    return {
        peerRoute(peers, camera + u"/live.m3u8"_s, Runs::OnFilePool,
                  [&media](const Call &call) {
                      return LiveMedia::playlist(media, deviceOf(call), call.query(u"suffix"_s).toLatin1(),
                                                 {waitsFor(call), call.query(u"client"_s).toLatin1()});
                  }),
        peerRoute(peers, camera + u"/segments/:name"_s, Runs::OnFilePool,
                  [&media](const Call &call) {
                      return LiveMedia::segment(media, call.request, deviceOf(call), call.arg(u"name"),
                                                call.query(u"client"_s).toLatin1());
                  }),
        peerRoute(peers, camera + u"/live.mjpeg"_s, Runs::OnWorker,
                  [&media](const Call &call) { return LiveMedia::mjpeg(media, deviceOf(call)); }),
        peerRoute(peers, camera + u"/snapshot.jpg"_s, Runs::OnFilePool,
                  [&media](const Call &call) { return LiveMedia::snapshot(media, deviceOf(call)); }),
    };
}
