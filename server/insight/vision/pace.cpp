// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motionrule.h"

#include <algorithm>

namespace {
/// Number of intervals of which the median is taken. The median follows a slower camera after half as many pictures.
constexpr qsizetype remembered = 7;
}

void ObservationPace::note(const QDateTime &time)
{
    if (m_last.isValid()) {
        m_intervals += std::chrono::milliseconds(m_last.msecsTo(time));
        if (m_intervals.size() > remembered)
            m_intervals.removeFirst();
    }
    m_last = time;
}

std::chrono::milliseconds ObservationPace::usual() const
{
    if (m_intervals.isEmpty())
        return {};
    auto sorted = m_intervals;
    const auto middle = sorted.begin() + sorted.size() / 2;
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}
