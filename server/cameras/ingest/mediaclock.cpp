// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mediaclock.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
/// A larger difference is not jitter: the camera's clock or the server's clock was set, or the network stalled.
constexpr auto jump = 5s;
/// The offset moves by at most this fraction of the elapsed stream time. It decreases fast, because an early arrival is
/// certain. It increases slowly, because a late arrival is probably jitter: crystals differ by less than 0.1%.
constexpr auto downPart = 2;
constexpr auto upPart = 500;
}

bool MediaClock::observe(Microseconds stamp, Microseconds arrival)
{
    const auto seen = arrival - stamp;
    const auto step = stamp - m_last;
    m_last = stamp;
    if (!m_running || std::chrono::abs(seen - m_offset) > jump) {
        const bool jumped = m_running;
        m_offset = seen;
        m_running = true;
        return jumped;
    }
    const auto stretch = std::max(step, Microseconds{});
    m_offset += std::clamp(seen - m_offset, -stretch / downPart, stretch / upPart);
    return false;
}
