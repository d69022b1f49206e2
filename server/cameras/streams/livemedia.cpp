// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/streams/livemedia.h"

#include "server/cameras/ingest/mediahub.h"
#include "server/core/base/durablefile.h"
#include "server/core/http/filereply.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
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
}

Reply LiveMedia::playlist(const MediaHub &media, DeviceId device, const QByteArray &suffix)
{
    requireSegments(media.standing(device));
    Reply reply;
    reply.contentType = "application/vnd.apple.mpegurl";
    reply.body = media.livePlaylist(device, suffix);
    return reply.body.isEmpty() ? throw notReady() : reply;
}

Reply LiveMedia::segment(const MediaHub &media, const Request &request, DeviceId device, const QString &name)
{
    const auto place = media.segmentPlace(device, name);
    if (!place)
        throw Problem::notFound();
    return filePartReply(request, place->path, place->offset, place->bytes, "video/mp4",
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
