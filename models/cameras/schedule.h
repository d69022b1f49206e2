// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QObject>
#include <QStringList>

/// A time span that recurs on certain days of the week.
class WeeklySpan
{
    Q_GADGET
    Q_CLASSINFO("days.min", "1")
    Q_CLASSINFO("days.max", "7")
    Q_CLASSINFO("days.doc", "Days on which the span starts: mon, tue, wed, thu, fri, sat, sun.")
    Q_CLASSINFO("from.pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$")
    Q_CLASSINFO("to.pattern", "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")
    Q_CLASSINFO("to.doc", "If not later than `from`, the span ends on the next day.")
    Q_PROPERTY(QStringList days MEMBER days REQUIRED)
    Q_PROPERTY(QString from MEMBER from REQUIRED)
    Q_PROPERTY(QString to MEMBER to REQUIRED)

public:
    QStringList days;
    QString from;
    QString to;

    friend bool operator==(const WeeklySpan &, const WeeklySpan &) = default;
};

/// A day that differs from the weekly schedule, such as a holiday.
class ScheduleException
{
    Q_GADGET
    Q_CLASSINFO("date.pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    Q_CLASSINFO("active.doc", "Whether the schedule is active for the whole day or not at all.")
    Q_PROPERTY(QString date MEMBER date REQUIRED)
    Q_PROPERTY(bool active MEMBER active)

public:
    QString date;
    bool active = false;

    friend bool operator==(const ScheduleException &, const ScheduleException &) = default;
};

/// A schedule in the account's time zone. Without weekly spans it is always active, except on the exceptions.
class Schedule
{
    Q_GADGET
    Q_CLASSINFO("weekly.max", "50")
    Q_CLASSINFO("exceptions.max", "400")
    Q_CLASSINFO("exceptions.doc", "Exceptions of the same date must not contradict each other.")
    Q_PROPERTY(QList<WeeklySpan> weekly MEMBER weekly)
    Q_PROPERTY(QList<ScheduleException> exceptions MEMBER exceptions)

public:
    QList<WeeklySpan> weekly;
    QList<ScheduleException> exceptions;

    friend bool operator==(const Schedule &, const Schedule &) = default;
};
