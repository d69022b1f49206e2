// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/streams/livemedia.h"

#include "server/cameras/ingest/liveparts.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/core/base/durablefile.h"
#include "server/core/http/filereply.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto playlistType = "application/vnd.apple.mpegurl";
constexpr auto mediaType = "video/mp4";
/// The longest time that a request waits for the next part. A camera that is lost may be back by then.
constexpr std::chrono::seconds longestWait{15};

Problem notReady()
{
    return Problem::unavailable(u"stream_not_ready"_s,
                                u"The camera sends no pictures at present. Its state says whether it is online."_s,
                                std::chrono::seconds(1));
}

/// Throws: 409 `stream_not_recordable` or StorageError if the camera is online, but cannot be recorded.
void requireSegments(LiveStanding standing)
{
    if (standing == LiveStanding::NotRecordable)
        throw Problem::conflict(u"stream_not_recordable"_s,
                                u"The camera's codec cannot be recorded or played in segments. Use live.mjpeg."_s);
    if (standing == LiveStanding::NotKept)
        throw StorageError("the camera is not recorded");
}

/// Returns a reply that begins when the point of `wish` is reached.
///
/// Throws: 429 `too_many_waiting`.
Reply waiting(LiveEdge &edge, LiveEdge::Wish wish, const QByteArray &type)
{
    wish.most = longestWait;
    auto stream = edge.wait(std::move(wish));
    if (!stream)
        throw Problem::tooManyRequests(u"too_many_waiting"_s,
                                       u"%1 requests wait for this camera already."_s.arg(LiveEdge::mostWaiting),
                                       std::chrono::seconds(1));
    return Reply::streamed(std::move(stream), type);
}
}

Reply LiveMedia::playlist(const MediaHub &media, DeviceId device, const QByteArray &suffix,
                          const PlaylistReload &reload)
{
    requireSegments(media.standing(device));
    Reply reply;
    reply.contentType = playlistType;
    reply.body = media.livePlaylist(device, suffix);
    if (reply.body.isEmpty())
        throw notReady();
    const auto edge = reload.point ? media.edge(device) : nullptr;
    if (!edge)
        return reply;
    if (edge->isReached(*reload.point)) {
        reply.body = media.livePlaylist(device, suffix); // the point may have been reached since the first look
        return reply;
    }
    if (!edge->isNear(*reload.point))
        throw Problem::badRequest(u"sequence_too_large"_s, u"A player may wait for the next two segments only."_s);
    // The answer is made on the event loop of the connection, so the disk is read here.
    const auto later = media.laterPlaylist(device, suffix);
    const auto answer = [later](const QByteArray &) { return later(); };
    return waiting(*edge, {.point = *reload.point, .client = reload.client, .answer = answer}, playlistType);
}

Reply LiveMedia::segment(const MediaHub &media, const Request &request, DeviceId device, const QString &name,
                         const QByteArray &client)
{
    auto place = media.segmentPlace(device, name);
    const auto part = place ? std::nullopt : PartName::parse(name);
    const auto edge = part ? media.edge(device) : nullptr;
    const LivePoint point = part ? LivePoint{part->sequence, part->index} : LivePoint();
    std::optional<Reply> next;
    if (edge && edge->edition() == part->edition && edge->next() == point) {
        const auto answer = [](const QByteArray &bytes) { return bytes; };
        next =
            waiting(*edge, {.point = point, .client = client, .answer = answer, .edition = part->edition}, mediaType);
    }
    if (!place && part)
        place = media.segmentPlace(device, name); // it may have been recorded since the first look
    if (!place && next)
        return *next;
    if (!place)
        throw Problem::notFound();
    return filePartReply(request, place->path, place->offset, place->bytes, mediaType,
                         "private, max-age=60, immutable");
}

Reply LiveMedia::snapshot(const MediaHub &media, DeviceId device)
{
    const auto preview = media.snapshot(device);
    if (!preview)
        throw notReady();
    Reply reply;
    reply.contentType = "image/jpeg";
    reply.body = preview->jpeg;
    reply.headers.append("X-Timestamp", preview->time.toString(Qt::ISODateWithMs).toLatin1());
    return reply;
}

Reply LiveMedia::mjpeg(MediaHub &media, DeviceId device)
{
    auto stream = media.mjpeg(device);
    if (!stream)
        throw notReady();
    return Reply::streamed(std::move(stream), "multipart/x-mixed-replace; boundary=frame");
}
