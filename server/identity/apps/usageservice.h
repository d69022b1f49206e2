// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"
#include "server/core/http/route.h"
#include "server/identity/apps/usagestore.h"

class AppService;

/// Reads the usage of apps for their developers.
class UsageService
{
public:
    UsageService(Database &database, UsageMeter &meter)
        : m_store(database)
        , m_meter(meter)
    {
    }

    /// Returns the apps with today's usage and remaining quota.
    QList<App> withUsage(QList<App> apps);
    App withUsage(const App &app) { return withUsage(QList{app}).constFirst(); }
    /// Returns each day from `from` to `to`, including days without calls. A null `to` means today; a null `from` means
    /// thirty days in all.
    /// Throws: Problem 422 if the range is negative or longer than 366 days.
    QList<UsageDay> days(AppId app, QDate from, QDate to);

private:
    UsageStore m_store;
    UsageMeter &m_meter;
};

/// Returns the route of daily usage.
RouteTable usageRoutes(AppService &apps, UsageService &usage);
