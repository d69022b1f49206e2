// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/ingest/ringfile.h"

/// Copies segments into one MP4 file at `path`, without transcoding. The clip starts with the key frame at or before
/// `from` and ends with the last frame before `to`. If the stream changed its format in between, the clip contains only
/// the pictures of the format that covers most of this time. The index is at the start of the file. The file appears at
/// `path` when it is complete and synchronized to disk.
///
/// Throws: StorageError if the disk is full or faulty. A later attempt may succeed.
///
/// Thread: not an event loop, because the function blocks.
ClipResult writeClip(const std::vector<OpenSegment> &segments, const QDateTime &from, const QDateTime &to,
                     const QString &path);
