// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/segmentname.h"

#include <QByteArray>
#include <QList>

#include <chrono>

/// The live playlist of what a ring holds: its newest `window`, at least three segments where there are so many. The
/// URIs are `segments/<name>`, below the playlist's own, with `?suffix` behind each unless it is empty. Empty for no
/// segments.
QByteArray livePlaylist(const QList<SegmentName> &segments, std::chrono::milliseconds window, const QByteArray &suffix);
