// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

/// Determines when the pictures of one connection were taken.
///
/// There are three clocks, and none is simply right. The camera's timestamps are regular, but may be missing, jump, or
/// run at a wrong pace. The server's steady clock is regular, but packets arrive with jitter. The server's wall clock
/// may be set. The result is a timeline that starts with the connection: the camera's timestamps while they agree with
/// the arrivals, and the arrivals otherwise. It is mapped to the wall clock, and mapped anew if that one is set.
class MediaClock
{
public:
    using Microseconds = std::chrono::microseconds;

    enum class Wall { Same, SetForward, SetBack };
    struct Reading
    {
        Microseconds stamp; ///< on the timeline; always larger than the one before
        bool isOwn; ///< the camera's own timestamp plus a constant; otherwise the arrival
        Wall wall; ///< the wall clock was set since the last reading
    };

    /// Takes a packet with the decoding timestamp `stamp`, if it has one. `arrival` is of the steady clock, `wall` the
    /// same moment of the wall clock, since the epoch. Call it in decoding order.
    Reading observe(std::optional<Microseconds> stamp, Microseconds arrival, Microseconds wall);
    /// Returns the place of an arrival on the timeline.
    Microseconds arrived(Microseconds arrival) const { return arrival - m_delay; }
    /// Returns the time since the epoch for a place on the timeline. It decreases only when the wall clock was set
    /// back.
    Microseconds time(Microseconds stamp) const { return stamp + m_delay + m_wall; }

private:
    /// Compares the pace of the timestamps with that of the arrivals.
    class Pace
    {
    public:
        Pace(Microseconds span, double tolerance)
            : m_span(span)
            , m_tolerance(tolerance)
        {
        }
        bool observe(Microseconds delay, Microseconds arrival, bool mayBeEarly);
        void reset();

    private:
        Microseconds m_span;
        double m_tolerance;
        std::optional<Microseconds> m_begin; ///< arrival of the first packet of the current span
        Microseconds m_lowest{}; ///< delay in the current span
        std::optional<Microseconds> m_lowestBefore; ///< in the span before
        int m_wrongSpans = 0; ///< in a row; negative: right ones
        bool m_isRight = true;
    };

    void followDelay(Microseconds seen, Microseconds step);
    Wall followWall(Microseconds difference, Microseconds elapsed);
    bool isOnPace(Microseconds stamp, Microseconds arrival);

    bool m_running = false;
    Microseconds m_last{}; ///< on the timeline
    Microseconds m_lastArrival{};
    std::optional<Microseconds> m_shift; ///< from the camera's timestamps to the timeline
    Microseconds m_lastStamp{};
    Microseconds m_delay{}; ///< from the timeline to the steady clock
    Microseconds m_ahead{}; ///< how far the timestamps ran ahead of the arrivals lately
    Microseconds m_wall{}; ///< from the steady clock to the wall clock
    Pace m_shortPace{std::chrono::seconds(1), 0.2};
    Pace m_longPace{std::chrono::seconds(5), 0.04};
};
