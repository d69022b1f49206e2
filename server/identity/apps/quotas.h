// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/gate.h"
#include "server/identity/apps/usagestore.h"

struct Caller;

/// Counts the calls of apps and refuses those beyond the daily quota.
class Quotas : public CallCounter
{
public:
    Quotas(Database &database, UsageMeter &meter)
        : m_store(database)
        , m_meter(meter)
    {
    }

    /// Counts a call of the caller's app, if there is an app.
    /// Throws: Problem 429 `app_quota_exceeded`; such a call is not counted.
    void begin(const Caller &caller) override;
    /// Requires that the app has calls left today. For requests that name an app but are not its calls, such as that
    /// of a browser which signs a user in, and of clients that the router does not know.
    /// Throws: the same Problem.
    void requireLeft(AppId app, qint64 dailyQuota);
    void failed(AppId app) override { m_meter.failed(app); }

private:
    using Step = UsageMeter::Begun (UsageMeter::*)(AppId app, qint64 quota);
    void require(AppId app, qint64 dailyQuota, Step step);

    UsageStore m_store;
    UsageMeter &m_meter;
};
