// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/cameras/ingest/liveedge.h"
#include "server/core/http/message.h"

class MediaHub;

/// What a player waits for with its request of a live playlist.
struct PlaylistReload
{
    std::optional<LivePoint> point = {}; ///< the playlist contains it; nothing: the player does not wait
    QByteArray client = {}; ///< LiveEdge::Wish::client
};

/// Replies with live pictures of the cameras that this server reads. The functions do not check whether the caller may
/// see the pictures.
///
/// Throws: all functions except segment() throw 503 `stream_not_ready` while there are no pictures.
namespace LiveMedia {

/// Returns the live playlist. `suffix` is the query of each URI in the playlist. If the player waits for a point that
/// is not reached, the reply is a stream that begins as soon as it is.
///
/// Throws: 400 `sequence_too_large` for a point that is not among the next two segments; 429 `too_many_waiting`; 409
/// `stream_not_recordable` for a codec that cannot be recorded; 503 `storage_full` while the disk refuses segments.
Reply playlist(const MediaHub &media, DeviceId device, const QByteArray &suffix, const PlaylistReload &reload);
/// Returns a segment, a part, or an initialization section. The next part, which the playlist announces, is returned as
/// a stream that begins when the part is recorded.
///
/// Throws: 404 unless the ring of the camera has a file with this name; 429 `too_many_waiting`.
Reply segment(const MediaHub &media, const Request &request, DeviceId device, const QString &name,
              const QByteArray &client);
/// Returns the latest picture, with its capture time in the field `X-Timestamp`.
Reply snapshot(const MediaHub &media, DeviceId device);
/// Returns the Motion JPEG stream.
///
/// Thread: that of the connection, because the stream belongs to the thread that creates it.
Reply mjpeg(MediaHub &media, DeviceId device);
}
