// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

/// Which cameras the server reads, and where their pictures are kept.
struct CameraSettings
{
    bool allowPrivateSources = false; ///< cameras at private, link-local and loopback addresses
    bool allowFileSources = false; ///< `file:` addresses
    std::chrono::hours binLifetime = std::chrono::hours(24 * 30); ///< how long the bin keeps things
    QString media; ///< the folder of the rings of recorded segments
    QString archive; ///< the folder of photos and videos
};
