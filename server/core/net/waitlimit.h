// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <stop_token>

/// How long blocking calls may wait: until a time limit, or until a stop is requested.
///
/// Thread: one at a time; the stop may be requested on another.
class WaitLimit
{
public:
    using Clock = std::chrono::steady_clock;

    explicit WaitLimit(std::stop_token stop = {})
        : m_stop(std::move(stop))
    {
    }
    /// Starts the time again.
    void restart(std::chrono::milliseconds limit) { m_deadline = Clock::now() + limit; }
    bool isStopped() const { return m_stop.stop_requested(); }
    bool isExpired() const { return Clock::now() >= m_deadline; }
    bool isOver() const { return isStopped() || isExpired(); }
    /// Returns the time for one call of poll(2), in milliseconds. It is short, because poll(2) does not see a stop.
    int pollTime() const
    {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now()).count();
        return int(std::clamp<std::chrono::milliseconds::rep>(left, 0, 100));
    }
    const std::stop_token &stop() const { return m_stop; }

private:
    std::stop_token m_stop;
    Clock::time_point m_deadline = Clock::now();
};
