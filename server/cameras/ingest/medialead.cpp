// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/medialead.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {
/// A file arrives at more than four times its pace. Timestamps at twice the right pace are common, and a network that
/// is hardly faster than the file cannot be told from a camera.
constexpr int fastest = 4;
/// A picture counts for at most this time, so that the pictures of a camera with 32 per second never add up.
constexpr auto longestPicture = 125ms;
constexpr auto tolerance = 500ms;
constexpr auto largestBuffer = 10s;
/// After a pause, a network delivers at once what it has held back.
constexpr auto longestPause = 10s;
}

void MediaLead::observe(Microseconds stamp, Clock::time_point arrival)
{
    if (const auto last = std::exchange(m_lastArrival, arrival); last && arrival > *last) {
        const auto elapsed = std::min<Clock::duration>(arrival - *last, longestPause);
        m_lead -= fastest * std::chrono::duration_cast<Microseconds>(elapsed);
        m_lead = std::max<Microseconds>(m_lead, -longestPause);
    }
    if (const auto last = std::exchange(m_lastStamp, stamp))
        m_lead += std::clamp<Microseconds>(stamp - *last, 0us, longestPicture);
}

bool MediaLead::isDoubtful() const { return m_lead > tolerance; }
bool MediaLead::isFile() const { return m_lead > largestBuffer; }
