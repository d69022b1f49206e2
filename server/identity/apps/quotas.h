// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/gate.h"
#include "server/identity/apps/usagestore.h"

struct Caller;

/// Counts each call of an app, and refuses what goes beyond its daily quota.
class Quotas : public CallCounter
{
public:
    Quotas(Database &database, UsageMeter &meter)
        : m_store(database)
        , m_meter(meter)
    {
    }

    /// A call of the caller's app, if there is one. Throws Problem 429 `app_quota_exceeded`; what is refused so does
    /// not count.
    void begin(const Caller &caller) override;
    /// It was answered with an error.
    void failed(AppId app) override { m_meter.failed(app); }

private:
    UsageStore m_store;
    UsageMeter &m_meter;
};
