// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <utility>

/// Admits so many things a second, and at most those of one second at once.
class SteadyRate
{
public:
    using Clock = std::chrono::steady_clock;

    explicit SteadyRate(int perSecond)
        : m_perSecond(perSecond)
        , m_left(perSecond)
    {
    }

    /// Returns whether one more is admitted. `now` must not go back.
    bool admits(Clock::time_point now)
    {
        const double passed = std::chrono::duration<double>(now - std::exchange(m_last, now)).count();
        m_left = std::min(m_left + passed * m_perSecond, m_perSecond);
        if (m_left < 1)
            return false;
        --m_left;
        return true;
    }

private:
    const double m_perSecond;
    double m_left;
    Clock::time_point m_last = {};
};
