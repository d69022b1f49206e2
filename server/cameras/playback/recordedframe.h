// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/playback/recordedspan.h"

/// A picture of a recording, with its own time.
struct RecordedPicture
{
    Preview preview;
    bool isExact = true; ///< false: an earlier picture, because decoding up to the time would have taken too long
};

/// Returns the picture that was shown at a time, as JPEG. `part` contains the time, and `path` is its file. All
/// pictures from the key frame before are decoded, for up to `limit`: cameras with rare key frames would occupy the
/// thread for minutes. Returns nothing if the file cannot be decoded.
///
/// Thread: not an event loop, because the function decodes up to the distance of two key frames.
std::optional<RecordedPicture> recordedFrame(const RecordedPart &part, const QString &path, const QDateTime &at,
                                             std::chrono::milliseconds limit = std::chrono::seconds(5));
