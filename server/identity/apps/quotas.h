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
    void failed(AppId app) override { m_meter.failed(app); }

private:
    UsageStore m_store;
    UsageMeter &m_meter;
};
