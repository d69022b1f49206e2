// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/observations/observationblock.h"
#include "server/insight/vision/watcher.h"

#include <functional>
#include <memory>

/// Runs a mode over the kept observations of one camera, and gives the events and near misses that the mode gave, or
/// would have given, at the time.
///
/// While nothing changes in front of the camera, most observations are skipped, where the rule shows that they cannot
/// matter. Conditions about durations get all of them.
class Replay
{
public:
    using Listener = std::function<void(const MotionRule::Step &)>;

    /// For how long something was known of the camera, in milliseconds.
    struct Known
    {
        qint64 motion = 0;
        qint64 objects = 0;
        qint64 faces = 0;
    };

    /// The order must have a condition.
    Replay(std::shared_ptr<const WatchOrder> order, Listener listener);

    /// Takes the next moments.
    void take(const QList<NotedMoment> &moments);
    /// Closes the open mark.
    void finish();

    /// Returns for how long something was known from `fromMs` on, in milliseconds since the epoch.
    const Known &known() const { return m_known; }
    void countFrom(qint64 fromMs) { m_fromMs = fromMs; }

private:
    void play(const NotedMoment &moment);
    void begin();
    bool isActive(const QDateTime &time);
    void count(const Observation &observation);

    const std::shared_ptr<const WatchOrder> m_order;
    const Listener m_listener;
    const bool m_watchesSignal;
    const bool m_maySkip;
    std::optional<MotionRule> m_rule;
    Known m_known;
    qint64 m_fromMs = 0;
    qint64 m_lastMs = 0;
    qint64 m_lastFacesMs = 0;
    qint64 m_minute = -1; ///< since the epoch, for which m_active holds
    bool m_active = false; ///< the schedule is active
};
