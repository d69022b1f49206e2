// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

/// Determines when the pictures of one connection were taken.
///
/// There are three clocks, and none of them is reliable alone. The camera's timestamps are regular, but they may be
/// missing, jump, or run at a wrong pace. The server's steady clock is regular, but packets arrive with jitter. The
/// server's wall clock may be set.
///
/// The result is a timeline that starts with the connection. It follows the camera's timestamps while they agree with
/// the arrivals, and the arrivals otherwise. The timeline is mapped to the wall clock, and the mapping changes when the
/// wall clock is set.
class MediaClock
{
public:
    using Microseconds = std::chrono::microseconds;

    /// Whether the wall clock was set since the last reading.
    enum class Wall { Same, SetForward, SetBack };
    struct Reading
    {
        Microseconds stamp; ///< on the timeline; always larger than the one before
        bool isOwn; ///< true: the camera's timestamp plus a constant; false: derived from the arrival
        Wall wall;
    };

    /// Takes the times of the next packet, and returns its place on the timeline. `stamp` is its decoding timestamp, if
    /// any. `arrival` is its arrival on the steady clock. `wall` is the same moment on the wall clock, since the epoch.
    /// Call the function in decoding order.
    Reading observe(std::optional<Microseconds> stamp, Microseconds arrival, Microseconds wall);
    /// Returns the place of an arrival on the timeline.
    Microseconds arrived(Microseconds arrival) const { return arrival - m_delay; }
    /// Returns the arrival on the steady clock that belongs to a place on the timeline.
    Microseconds arrivalOf(Microseconds stamp) const { return stamp + m_delay; }
    /// Returns the time since the epoch for a place on the timeline. It never decreases, except when the wall clock is
    /// set back.
    Microseconds time(Microseconds stamp) const { return stamp + m_delay + m_wall; }

private:
    /// Compares the pace of the timestamps with the pace of the arrivals.
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
        double m_tolerance; ///< relative difference between the two paces
        std::optional<Microseconds> m_begin; ///< arrival of the first packet of the current span
        Microseconds m_lowest{}; ///< lowest delay in the current span
        std::optional<Microseconds> m_lowestBefore; ///< lowest delay in the previous span
        int m_wrongSpans = 0; ///< consecutive spans with a wrong pace; negative: with the right pace
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
    Microseconds m_ahead{}; ///< how far the timestamps recently ran ahead of the arrivals
    Microseconds m_wall{}; ///< from the steady clock to the wall clock
    Pace m_shortPace{std::chrono::seconds(1), 0.2};
    Pace m_longPace{std::chrono::seconds(5), 0.04};
};
