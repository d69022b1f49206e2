// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/picturepace.h"

#include <algorithm>

namespace {
constexpr int remembered = 8; ///< intervals over which the average is taken
constexpr double longestCounted = 2; ///< seconds of an interval that count, so that one stall makes no slow camera
constexpr double usualPause = 1.5; ///< times the average that a usual interval lasts at most
}

void PicturePace::note(const QDateTime &time)
{
    if (m_last.isValid() && time < m_last) // the clock was set back
        *this = {};
    if (m_last.isValid()) {
        const double seconds = std::min(double(m_last.msecsTo(time)) / 1000, longestCounted);
        m_intervals = std::min(m_intervals + 1, remembered);
        m_usual += (seconds - m_usual) / m_intervals;
        m_pause = m_usual > 0 ? std::max(1.0, seconds / (usualPause * m_usual)) : 1;
    }
    m_last = time;
}
