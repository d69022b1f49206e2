// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

/// Converts the timestamps of a camera to the time since the epoch.
///
/// The camera's timestamps are regular, but they start anywhere and drift with the camera's crystal. The server's clock
/// is correct, but packets arrive with jitter. The result is the camera's timestamp plus an offset. The offset follows
/// the earliest arrivals, because a network can only delay packets, and it changes slowly enough that time never
/// decreases.
class MediaClock
{
public:
    using Microseconds = std::chrono::microseconds;

    /// Updates the offset for a packet with the decoding timestamp `stamp` that arrived at `arrival` (since the epoch).
    /// Call it in decoding order. Returns true if the two clocks have jumped apart and the offset was reset. Only then
    /// may time decrease.
    bool observe(Microseconds stamp, Microseconds arrival);
    /// Returns the time since the epoch for a timestamp.
    Microseconds time(Microseconds stamp) const { return stamp + m_offset; }

private:
    bool m_running = false;
    Microseconds m_offset{};
    Microseconds m_last{};
};
