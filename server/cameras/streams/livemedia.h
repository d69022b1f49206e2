// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/http/message.h"

class MediaHub;

/// Live pictures of the cameras that this server reads, as answers. It checks nothing about the caller.
///
/// Each function throws Problem 503 `stream_not_ready` while there is nothing to look at.
namespace LiveMedia {

/// Returns the live playlist. `suffix` follows each address in the playlist as its query.
///
/// Throws: Problem 409 `stream_not_recordable` for a codec that cannot be recorded; 503 `storage_full` while the disk
/// refuses segments.
Reply playlist(const MediaHub &media, DeviceId device, const QByteArray &suffix);
/// Throws: Problem 404 for a name that no playlist has, or has any more.
Reply segment(const MediaHub &media, const Request &request, DeviceId device, const QString &name);
Reply snapshot(const MediaHub &media, DeviceId device);
/// Thread: that of the connection, as the stream belongs to the thread that makes it.
Reply mjpeg(MediaHub &media, DeviceId device);
}
