// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/weekclock.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
const QStringList dayNames{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};

/// Returns the minute of the day for a time `HH:MM`.
int minutes(const QString &text) { return text.left(2).toInt() * 60 + text.mid(3, 2).toInt(); }

/// Returns true if the span that starts on `day` contains the minute, counted from midnight of that day.
bool covers(const WeeklySpan &span, const QDate &day, int minute)
{
    if (!span.days.contains(dayNames[day.dayOfWeek() - 1]))
        return false;
    const int from = minutes(span.from);
    const int to = minutes(span.to);
    return minute >= from && minute < (to > from ? to : to + 24 * 60);
}

void checkDays(const QStringList &days, const QString &pointer, FieldErrors &errors)
{
    for (qsizetype i = 0; i < days.size(); ++i) {
        if (!dayNames.contains(days[i]))
            errors += {u"%1/%2"_s.arg(pointer).arg(i), u"not_allowed"_s,
                       u"Must be one of mon, tue, wed, thu, fri, sat, and sun."_s};
    }
}
}

bool WeekClock::counts(const QDateTime &time) const
{
    const QDateTime local = time.toTimeZone(m_zone);
    const QDate day = local.date();
    for (const ScheduleException &exception : m_schedule.exceptions) {
        if (exception.date == day.toString(Qt::ISODate))
            return exception.active;
    }
    const int minute = local.time().hour() * 60 + local.time().minute();
    return m_schedule.weekly.isEmpty()
        || std::any_of(m_schedule.weekly.begin(), m_schedule.weekly.end(), [&](const WeeklySpan &span) {
               return covers(span, day, minute) || covers(span, day.addDays(-1), minute + 24 * 60);
           });
}

void WeekClock::check(const Schedule &schedule, const QString &pointer, FieldErrors &errors)
{
    for (qsizetype i = 0; i < schedule.weekly.size(); ++i)
        checkDays(schedule.weekly[i].days, u"%1/weekly/%2/days"_s.arg(pointer).arg(i), errors);
    QHash<QString, bool> known;
    for (qsizetype i = 0; i < schedule.exceptions.size(); ++i) {
        const ScheduleException &exception = schedule.exceptions[i];
        const QString at = u"%1/exceptions/%2/date"_s.arg(pointer).arg(i);
        if (!QDate::fromString(exception.date, Qt::ISODate).isValid())
            errors += {at, u"malformed"_s, u"Must be a valid date."_s};
        else if (known.value(exception.date, exception.active) != exception.active)
            errors += {at, u"not_allowed"_s, u"Contradicts an earlier exception of the same date."_s};
        known.insert(exception.date, exception.active);
    }
}
