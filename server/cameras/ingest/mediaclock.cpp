// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mediaclock.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {
/// Timestamps that are further ahead of their arrivals are wrong, because the network only delays packets. A tolerance
/// is needed, because the first packets of a connection may come late: some cameras first send a buffer.
constexpr auto mostEarly = 2s;
/// Timestamps may permanently run ahead by 1/20 of the elapsed time.
constexpr auto aheadPart = 20;
/// Timestamps that are further behind their arrivals are wrong. A tolerance is needed, because a network that stalls
/// delivers packets late, and then all at once.
constexpr auto mostLate = 5s;
/// The delay decreases by at most 90% of the elapsed time, which is fast, because an early arrival is certain. It
/// increases by at most 1/500 of the elapsed time, because a late arrival is probably jitter, and crystals differ by
/// less than 0.1%.
constexpr auto downPercent = 90;
constexpr auto upPart = 500;
/// A larger difference means that the wall clock was set. A smaller difference is corrected by at most 1/500 of the
/// elapsed time.
constexpr auto wallJump = 1s;
constexpr auto wallPart = 500;
constexpr int spansToDecide = 2;
constexpr MediaClock::Microseconds leastStep = 1ms;
}

void MediaClock::Pace::reset()
{
    m_begin.reset();
    m_lowestBefore.reset();
}

/// Returns true if the two paces agree. `delay` is the arrival minus the timestamp. Its lowest value in a span is free
/// of jitter, so this value stays the same from span to span if the paces are the same. The value also decreases while
/// a network catches up; `mayBeEarly` is false then.
bool MediaClock::Pace::observe(Microseconds delay, Microseconds arrival, bool mayBeEarly)
{
    if (!m_begin) {
        m_begin = arrival;
        m_lowest = delay;
    }
    m_lowest = std::min(m_lowest, delay);
    const auto elapsed = arrival - *m_begin;
    if (elapsed < m_span)
        return m_isRight;
    if (m_lowestBefore) {
        const auto drift = m_lowest - *m_lowestBefore;
        const double part = double(drift.count()) / double(elapsed.count());
        const bool isWrong = part > m_tolerance || (part < -m_tolerance && mayBeEarly);
        m_wrongSpans = isWrong ? std::max(m_wrongSpans, 0) + 1 : std::min(m_wrongSpans, 0) - 1;
        if (m_wrongSpans >= spansToDecide || m_wrongSpans <= -spansToDecide)
            m_isRight = m_wrongSpans < 0;
    }
    m_lowestBefore = m_lowest;
    m_begin = arrival;
    m_lowest = delay;
    return m_isRight;
}

bool MediaClock::isOnPace(Microseconds stamp, Microseconds arrival)
{
    const auto delay = arrival - stamp;
    const bool mayBeEarly = !m_shift || delay < m_delay + *m_shift;
    // No short circuit: both paces have to observe all packets.
    const bool isShort = m_shortPace.observe(delay, arrival, mayBeEarly);
    return m_longPace.observe(delay, arrival, mayBeEarly) && isShort;
}

void MediaClock::followDelay(Microseconds seen, Microseconds step)
{
    const auto change = std::clamp(seen - m_delay, -step * downPercent / 100, step / upPart);
    m_delay += change;
    m_ahead = std::max(m_ahead - change, Microseconds{});
}

MediaClock::Wall MediaClock::followWall(Microseconds difference, Microseconds elapsed)
{
    const auto change = difference - m_wall;
    if (std::chrono::abs(change) <= wallJump) {
        m_wall += std::clamp(change, -elapsed / wallPart, elapsed / wallPart);
        return Wall::Same;
    }
    m_wall = difference;
    return change > 0s ? Wall::SetForward : Wall::SetBack;
}

MediaClock::Reading MediaClock::observe(std::optional<Microseconds> stamp, Microseconds arrival, Microseconds wall)
{
    if (!std::exchange(m_running, true)) {
        m_delay = arrival;
        m_wall = wall - arrival;
        m_lastArrival = arrival;
        m_last = -leastStep;
    }
    const auto elapsed = std::max(arrival - std::exchange(m_lastArrival, arrival), Microseconds{});
    const Wall set = followWall(wall - arrival, elapsed);
    m_ahead = std::max(m_ahead - elapsed / aheadPart, Microseconds{});

    Microseconds next = std::max(arrived(arrival), m_last + leastStep);
    bool isOwn = false;
    if (stamp) {
        const bool jumped = m_shift && std::chrono::abs(*stamp - m_lastStamp - elapsed) > mostLate;
        if (jumped) {
            m_shortPace.reset();
            m_longPace.reset();
        }
        const bool onPace = isOnPace(*stamp, arrival);
        m_lastStamp = *stamp;
        if (m_shift) {
            const auto own = *stamp + *m_shift;
            const auto late = arrived(arrival) - own;
            isOwn = onPace && own > m_last && late < mostLate && m_ahead - late < mostEarly;
            next = isOwn ? own : next;
        }
        if (!isOwn)
            m_shift = next - *stamp; // used again from the next packet on, if its timestamp agrees
    }
    if (isOwn)
        followDelay(arrival - next, next - m_last);
    m_last = next;
    return {next, isOwn, set};
}
