// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>

/// Keeps the arrival times of the bytes of a stream. FFmpeg returns a picture later: it reads ahead while it probes the
/// stream, and it knows the end of a picture only when the next one begins.
class ByteArrivals
{
public:
    using Clock = std::chrono::steady_clock;

    /// Notes the arrival of the next bytes.
    void note(qint64 size, Clock::time_point arrival);
    /// Returns the arrival of the byte at an offset from the start of the stream. Returns nothing if it is unknown.
    std::optional<Clock::time_point> at(qint64 offset) const;

private:
    struct Arrival
    {
        qint64 offset;
        Clock::time_point time;
    };

    qint64 m_size = 0;
    std::deque<Arrival> m_arrivals;
};
