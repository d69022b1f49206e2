// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/segmentname.h"

#include <QByteArray>
#include <QList>

#include <chrono>

/// Returns the live playlist of the newest segments, or an empty array if there are no segments. The playlist covers
/// the last `window`, and at least three segments if they exist. The URIs are `segments/<name>`, relative to the
/// playlist, followed by `?<suffix>` unless the suffix is empty.
QByteArray livePlaylist(const QList<SegmentName> &segments, std::chrono::milliseconds window, const QByteArray &suffix);
