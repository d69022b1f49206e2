// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/segmentring.h"

#include <QByteArray>

#include <chrono>

/// Returns the live playlist of the newest segments, or an empty array if there are no segments. The playlist covers
/// the last `window`, and at least three segments if they exist, and begins with a key frame. The URIs are
/// `segments/<name>`, relative to the playlist, followed by `?<suffix>` unless the suffix is empty.
QByteArray livePlaylist(const SegmentRing::Live &live, std::chrono::milliseconds window, const QByteArray &suffix);
