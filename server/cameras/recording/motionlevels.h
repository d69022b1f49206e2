// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>

/// How much moved in the pictures of each camera in the last half hour, for the index of its recording. The analysis
/// of pictures writes the levels.
///
/// Thread: any.
class MotionLevels
{
public:
    static constexpr int highest = 15; ///< Fragment::motion

    /// Returns the level of a moving share of the picture: 0 for none, 1 for a thousandth or less, 15 for a quarter or
    /// more. Each level is about half as much again as the one below.
    static int of(double area)
    {
        return area <= 0 ? 0
                         : std::clamp(1 + int(std::lround(14 * std::log(area / 0.001) / std::log(250))), 1, highest);
    }

    void note(DeviceId device, qint64 ms, double area)
    {
        if (area <= 0)
            return;
        const std::scoped_lock lock(m_lock);
        auto &seconds = m_seconds[device];
        int &level = seconds[ms / 1000];
        level = std::max(level, of(area));
        seconds.erase(seconds.begin(), seconds.lower_bound(ms / 1000 - kept));
    }
    /// Returns the highest level from `fromMs` to `toMs`, exclusive. 0: none, or unknown.
    int between(DeviceId device, qint64 fromMs, qint64 toMs) const
    {
        const std::scoped_lock lock(m_lock);
        const auto found = m_seconds.constFind(device);
        int level = 0;
        if (found == m_seconds.constEnd())
            return level;
        for (auto each = found->lower_bound(fromMs / 1000); each != found->end() && each->first * 1000 < toMs; ++each)
            level = std::max(level, each->second);
        return level;
    }
    void forget(DeviceId device)
    {
        const std::scoped_lock lock(m_lock);
        m_seconds.remove(device);
    }

private:
    static constexpr qint64 kept = 31 * 60; ///< seconds; longer than RecordingStore::longestFile

    mutable std::mutex m_lock;
    QHash<DeviceId, std::map<qint64, int>> m_seconds; ///< levels by second since the epoch; only those with motion
};
