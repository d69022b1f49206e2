// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingbudget.h"
#include "server/cameras/webrtc/mediaplace.h"

#include <QString>

#include <chrono>

/// The settings for the sources of cameras, the bin, and the folders of recordings.
struct CameraSettings
{
    bool allowPrivateSources = false; ///< allow private, link-local, and loopback addresses
    bool allowFileSources = false; ///< allow `file:` URLs
    std::chrono::hours binLifetime = std::chrono::hours(24 * 30); ///< time until items in the bin are purged
    QString media; ///< folder of the recordings of this server
    QString sharedMedia; ///< parent of the `media` folders of all servers that share their media; empty: not shared
    QString archive; ///< folder of photos and videos
    QString storage; ///< folder that contains `media` and `archive`, to which the index of recordings refers
    RecordingBudget recordings;
    QString mediaStore; ///< where finished media move (MediaStore::at()); empty: they stay
    QString mediaCache; ///< folder of the copies of what is watched
    qint64 mediaCacheBytes = qint64(1) << 30; ///< of all copies
    MediaPlace viewers; ///< where viewers connect by WebRTC
};
