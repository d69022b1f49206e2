// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/frameratemeter.h"

#include <cmath>

using namespace std::chrono_literals;

namespace {
/// The first pictures do not count: some cameras first send a buffer.
constexpr auto unsettled = 1s;
constexpr auto span = 5s;
constexpr int leastPictures = 4;
/// A measured rate that is so close to a whole number is rounded to it.
constexpr double tolerance = 0.03;
}

std::optional<double> FrameRateMeter::take(std::chrono::microseconds place)
{
    if (m_done || place < unsettled)
        return std::nullopt;
    if (!m_begin) {
        m_begin = place;
        return std::nullopt;
    }
    ++m_pictures;
    const std::chrono::duration<double> elapsed = place - *m_begin;
    if (elapsed < span || m_pictures < leastPictures)
        return std::nullopt;
    m_done = true;
    const double rate = m_pictures / elapsed.count();
    const double whole = std::round(rate);
    return std::abs(rate - whole) <= tolerance * whole ? whole : std::round(rate * 10) / 10;
}
