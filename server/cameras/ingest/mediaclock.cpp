// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mediaclock.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
/// Beyond this it is no jitter: the camera was set, or our clock was, or the network held everything back.
constexpr auto jump = 5s;
/// How far the offset may move in a stretch of the stream: down fast, as an early arrival is a fact; up slowly, as a
/// late one is probably jitter (crystals differ by less than one part in a thousand).
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
