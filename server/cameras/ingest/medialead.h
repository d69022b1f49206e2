// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

/// Measures how far the pictures of a stream are ahead of real time when they arrive. Tells a file from a live stream
/// if the server does not.
///
/// A live stream may begin with some seconds that its server has buffered. Then it arrives in real time. A file arrives
/// much faster, without an end. The timestamps of a live stream may be wrong, so that each picture counts for a short
/// time only: a camera is never taken for a file because its timestamps run too fast or jump.
class MediaLead
{
public:
    using Clock = std::chrono::steady_clock;
    using Microseconds = std::chrono::microseconds;

    /// Takes the decoding timestamp of the next picture, and the arrival of its first bytes.
    void observe(Microseconds stamp, Clock::time_point arrival);
    /// Returns true if the last pictures came too early for a live stream without a buffer.
    bool isDoubtful() const;
    /// Returns true if more has come too early than a live stream buffers.
    bool isFile() const;

private:
    Microseconds m_lead{}; ///< negative after a pause
    std::optional<Microseconds> m_lastStamp;
    std::optional<Clock::time_point> m_lastArrival;
};
