// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/schedule.h"
#include "models/core/fielderror.h"

#include <QDateTime>
#include <QTimeZone>

/// Decides whether a schedule is active at a time, by the local time of its time zone. When clocks are set back, the
/// repeated hour counts twice; when clocks are set forward, the skipped hour does not exist.
class WeekClock
{
public:
    WeekClock() = default;
    WeekClock(Schedule schedule, const QTimeZone &zone)
        : m_schedule(std::move(schedule))
        , m_zone(zone)
    {
    }

    const QTimeZone &zone() const { return m_zone; }
    /// Returns true if the schedule is active at a time.
    bool counts(const QDateTime &time) const;
    /// Checks the limits that the model does not express. Adds each error to `errors`, with a pointer that starts with
    /// `pointer`.
    static void check(const Schedule &schedule, const QString &pointer, FieldErrors &errors);

    friend bool operator==(const WeekClock &, const WeekClock &) = default;

private:
    Schedule m_schedule;
    QTimeZone m_zone = QTimeZone::utc();
};
