// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/quotas.h"

#include "server/core/http/caller.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

void Quotas::begin(const Caller &caller)
{
    if (!caller.appId.isNull())
        require(caller.appId, caller.dailyQuota, &UsageMeter::begin);
}

void Quotas::requireLeft(AppId app, qint64 dailyQuota) { require(app, dailyQuota, &UsageMeter::look); }

void Quotas::require(AppId app, qint64 dailyQuota, Step step)
{
    auto begun = (m_meter.*step)(app, dailyQuota);
    if (begun == UsageMeter::Begun::Unknown) { // the app's first call today on this server
        const QDate day = m_meter.today();
        const auto rows = m_store.ofDay(day, {app});
        m_meter.know(app, day, rows.isEmpty() ? UsageMeter::Count() : rows.constFirst().count());
        begun = (m_meter.*step)(app, dailyQuota);
    }
    if (begun == UsageMeter::Begun::Exceeded)
        throw Problem::tooManyRequests(
            u"app_quota_exceeded"_s,
            u"The app has used its daily quota of %1 calls. The quota resets at midnight UTC."_s.arg(dailyQuota),
            m_meter.untilMidnight());
}
