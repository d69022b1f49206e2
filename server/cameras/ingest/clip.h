// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/ingest/segmentring.h"

/// Remuxes segments into one MP4 file at `path`, index first: from the key frame at or before `from` to the last
/// picture before `to`. Picture and sound are copied. Blocks; the file appears when it is whole and on the disk.
ClipResult writeClip(const std::vector<SegmentRing::OpenSegment> &segments, const QDateTime &from, const QDateTime &to,
                     const QString &path);
