// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicedata.h"

class MediaHub;

/// What a capture begins with, as the server sees it that reads the camera.
struct CaptureStart
{
    QDateTime time; ///< of the picture, or of the key frame that a clip begins with
    /// The picture as JPEG, or the ID of the data folder of the server that has the clip's recording (FolderId).
    QByteArray content;

    /// Returns what begins now at this server. `storageId` is that of its data folder.
    ///
    /// Throws: 503 `stream_not_ready` while there are no pictures; for a clip also 409 `stream_not_recordable` and 503
    /// `storage_full`.
    ///
    /// Thread: not an event loop, because the function encodes a picture.
    static CaptureStart here(const MediaHub &media, const QString &storageId, DeviceId device, DeviceData::Kind kind);

    /// The form in which servers pass it on: the time, a line break, and the content.
    QByteArray toBytes() const;
    /// Returns nothing if `bytes` is not what toBytes() returns.
    static std::optional<CaptureStart> parse(const QByteArray &bytes);
};
