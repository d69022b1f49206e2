// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/playback/recordedspan.h"

/// Returns the picture that was shown at a time, as JPEG, with its own time. `part` contains the time, and `path` is
/// its file. All pictures from the key frame before are decoded. Returns nothing if the file cannot be decoded.
///
/// Thread: not an event loop, because the function decodes up to the distance of two key frames.
std::optional<Preview> recordedFrame(const RecordedPart &part, const QString &path, const QDateTime &at);
