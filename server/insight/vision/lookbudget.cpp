// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/lookbudget.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace std::chrono_literals;

namespace {
/// Cameras share the thread if two of them had a picture within this time.
constexpr auto sharedFor = 1s;
}

qsizetype LookBudget::begin(const std::shared_ptr<const void> &camera, qsizetype parts, qsizetype waiting, Time now)
{
    pass(now, 0);
    if (std::exchange(m_camera, camera) != camera)
        m_changed = now;
    const bool isOverloaded = m_busy > mostBusy && now - m_changed < sharedFor;
    return std::min(parts, isOverloaded ? 1 : std::max<qsizetype>(1, parts - waiting));
}

/// Counts the time since the last call as busy (1) or idle (0), in an exponential average.
void LookBudget::pass(Time now, double busy)
{
    constexpr std::chrono::duration<double> memory = 2s; // a time that is older counts for less than a third
    m_busy = busy + (m_busy - busy) * std::exp(-((now - m_last) / memory));
    m_last = now;
}
