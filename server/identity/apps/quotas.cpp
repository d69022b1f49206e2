// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/quotas.h"

#include "server/core/http/caller.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

void Quotas::begin(const Caller &caller)
{
    if (caller.appId.isNull())
        return;
    auto begun = m_meter.begin(caller.appId, caller.dailyQuota);
    if (begun == UsageMeter::Begun::Unknown) { // the app's first call today on this server
        const QDate day = m_meter.today();
        const auto rows = m_store.ofDay(day, {caller.appId});
        m_meter.know(caller.appId, day, rows.isEmpty() ? UsageMeter::Count() : rows.constFirst().count());
        begun = m_meter.begin(caller.appId, caller.dailyQuota);
    }
    if (begun == UsageMeter::Begun::Exceeded)
        throw Problem::tooManyRequests(
            u"app_quota_exceeded"_s,
            u"The app has used its daily quota of %1 calls. The quota resets at midnight UTC."_s.arg(caller.dailyQuota),
            m_meter.untilMidnight());
}
