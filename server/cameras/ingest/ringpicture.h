// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediahub.h"

#include <chrono>
#include <mutex>

class SegmentRing;

/// Decodes the newest picture of a ring on request. A camera with distant key frames has newer pictures than the last
/// key frame, and they are decoded only then if nobody watches it.
///
/// Thread: any.
class RingPicture
{
public:
    /// Returns the newest picture, or the last one that can be decoded within the limits for the work of one request.
    /// Returns nothing if the ring has none, or if another thread is decoding it. Blocks while pictures are decoded,
    /// but for a second after the last time.
    std::optional<Preview> newest(const SegmentRing &ring);

private:
    std::mutex m_mutex;
    Preview m_made;
    std::chrono::steady_clock::time_point m_madeAt; ///< time of m_made
};
