// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/weekclock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostSpans = 50;
constexpr qsizetype mostExceptions = 400;
const QStringList dayNames{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};

/// Minutes of the day, of `HH:MM`.
int minutes(const QString &text) { return text.left(2).toInt() * 60 + text.mid(3, 2).toInt(); }

/// Whether the span that begins on `day` has the minute in it, counted from that day's midnight.
bool covers(const WeeklySpan &span, const QDate &day, int minute)
{
    if (!span.days.contains(dayNames[day.dayOfWeek() - 1]))
        return false;
    const int from = minutes(span.from);
    const int to = minutes(span.to);
    return minute >= from && minute < (to > from ? to : to + 24 * 60);
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
    if (schedule.weekly.size() > mostSpans)
        errors += {pointer + u"/weekly"_s, u"too_long"_s, u"There may be %1 at most."_s.arg(mostSpans)};
    if (schedule.exceptions.size() > mostExceptions)
        errors += {pointer + u"/exceptions"_s, u"too_long"_s, u"There may be %1 at most."_s.arg(mostExceptions)};
    for (qsizetype i = 0; i < schedule.weekly.size(); ++i) {
        const QStringList &days = schedule.weekly[i].days;
        const QString at = u"%1/weekly/%2/days"_s.arg(pointer).arg(i);
        if (days.isEmpty())
            errors += {at, u"too_short"_s, u"Name a day at least."_s};
        for (qsizetype day = 0; day < days.size(); ++day) {
            if (!dayNames.contains(days[day]))
                errors += {u"%1/%2"_s.arg(at).arg(day), u"not_allowed"_s, u"A day is one of mon to sun."_s};
        }
    }
    for (qsizetype i = 0; i < schedule.exceptions.size(); ++i) {
        if (!QDate::fromString(schedule.exceptions[i].date, Qt::ISODate).isValid())
            errors += {u"%1/exceptions/%2/date"_s.arg(pointer).arg(i), u"malformed"_s, u"There is no such day."_s};
    }
}
