// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/usageservice.h"

#include "server/core/http/problem.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int daysByDefault = 30;
constexpr int mostDays = 366;
}

QList<App> UsageService::withUsage(QList<App> apps)
{
    QList<AppId> ids;
    for (const App &app : std::as_const(apps))
        ids += app.appId;
    QMap<AppId, UsageMeter::Count> counts;
    for (const UsageRow &row : m_store.ofDay(m_meter.today(), ids))
        counts[row.appId] = row.count();
    for (App &app : apps) {
        UsageMeter::Count count = counts.value(app.appId);
        count += m_meter.unwritten(app.appId);
        app.usage.callsToday = count.calls;
        app.usage.errorsToday = count.errors;
        if (app.dailyQuota > 0)
            app.usage.quotaLeft = std::max<qint64>(0, app.dailyQuota - count.calls);
    }
    return apps;
}

QList<UsageDay> UsageService::days(AppId app, QDate from, QDate to)
{
    const QDate today = m_meter.today();
    if (from.isValid() && from > today)
        throw Problem::invalid(u"?from"_s, u"too_large"_s, u"Must not be in the future."_s);
    if (to.isValid() && from.isValid() && from > to)
        throw Problem::invalid(u"?to"_s, u"too_small"_s, u"The last day must not be before the first day."_s);
    // A client may ask for a month that is not over. Days to come have no count, rather than one of 0.
    const QDate last = to.isValid() ? std::min(to, today) : today;
    const QDate first = from.isValid() ? from : last.addDays(1 - daysByDefault);
    if (first.daysTo(last) >= mostDays)
        throw Problem::invalid(u"?from"_s, u"too_small"_s,
                               u"At most %1 days can be requested at once."_s.arg(mostDays));
    QMap<QDate, UsageMeter::Count> counts;
    for (const UsageRow &row : m_store.ofApp(app, first, last))
        counts[row.day] = row.count();
    if (first <= today && today <= last)
        counts[today] += m_meter.unwritten(app);
    QList<UsageDay> days;
    for (QDate day = first; day <= last; day = day.addDays(1))
        days += {day, counts.value(day).calls, counts.value(day).errors};
    return days;
}
