// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "models/insight/schedule.h"

#include <QDateTime>
#include <QTimeZone>

/// Says of a moment whether a schedule counts it, by the clock on the wall of its time zone: where the clock is put
/// back, the hour that comes twice counts twice; where it is put forward, the one that is left out does not.
class WeekClock
{
public:
    WeekClock() = default;
    WeekClock(Schedule schedule, QTimeZone zone)
        : m_schedule(std::move(schedule))
        , m_zone(std::move(zone))
    {
    }

    bool counts(const QDateTime &time) const;
    /// What is wrong with a schedule, beyond what its model says; pointers are below `pointer`.
    static void check(const Schedule &schedule, const QString &pointer, FieldErrors &errors);

    friend bool operator==(const WeekClock &, const WeekClock &) = default;

private:
    Schedule m_schedule;
    QTimeZone m_zone = QTimeZone::utc();
};
