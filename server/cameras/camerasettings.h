// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

/// The settings for the sources of cameras, the bin, and the folders of recordings.
struct CameraSettings
{
    bool allowPrivateSources = false; ///< allow private, link-local, and loopback addresses
    bool allowFileSources = false; ///< allow `file:` URLs
    std::chrono::hours binLifetime = std::chrono::hours(24 * 30); ///< time until items in the bin are purged
    QString media; ///< folder of the segment rings
    QString sharedMedia; ///< parent of the `media` folders of all servers that share their media; empty: not shared
    QString storage; ///< folder that the storage ID of this server names; the paths of recordings are relative to it
    QString archive; ///< folder of photos and videos
};
