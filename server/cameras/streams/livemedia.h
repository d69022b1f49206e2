// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/http/message.h"

class MediaHub;

/// Replies with live pictures of the cameras that this server reads. The functions do not check whether the caller may
/// see the pictures.
///
/// Throws: all functions except segment() throw 503 `stream_not_ready` while there are no pictures.
namespace LiveMedia {

/// Returns the live playlist. `suffix` is the query of each URI in the playlist.
///
/// Throws: 409 `stream_not_recordable` for a codec that cannot be recorded; 503 `storage_full` while the disk refuses
/// segments.
Reply playlist(const MediaHub &media, DeviceId device, const QByteArray &suffix);
/// Returns a segment or an initialization section.
///
/// Throws: 404 unless the ring of the camera has a file with this name.
Reply segment(const MediaHub &media, const Request &request, DeviceId device, const QString &name);
/// Returns the latest picture, with its capture time in the field `X-Timestamp`.
Reply snapshot(const MediaHub &media, DeviceId device);
/// Returns the Motion JPEG stream.
///
/// Thread: that of the connection, because the stream belongs to the thread that creates it.
Reply mjpeg(MediaHub &media, DeviceId device);
}
