// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

/// Tells when a packet was filmed. A camera's timestamps are even but start anywhere and run at its own crystal's
/// pace; our clock is right, but arrival jitters. So the camera's are taken, moved by an offset that follows the
/// earliest arrivals (a network can only delay), gently enough that time never goes back.
class MediaClock
{
public:
    using Microseconds = std::chrono::microseconds;

    /// A packet with the decoding time `stamp` has arrived at `arrival` (since the epoch). To be called in the order of
    /// decoding. True when the two clocks jumped apart, and the offset was taken anew: time may go back here, and only
    /// here.
    bool observe(Microseconds stamp, Microseconds arrival);
    /// The time since the epoch that belongs to a stamp.
    Microseconds time(Microseconds stamp) const { return stamp + m_offset; }

private:
    bool m_running = false;
    Microseconds m_offset{};
    Microseconds m_last{};
};
