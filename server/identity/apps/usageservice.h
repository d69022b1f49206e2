// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"
#include "server/identity/apps/usagestore.h"

/// What apps have called, for their developers to read.
class UsageService
{
public:
    UsageService(Database &database, UsageMeter &meter)
        : m_store(database)
        , m_meter(meter)
    {
    }

    /// The apps, with how they stand today.
    QList<App> withUsage(QList<App> apps);
    App withUsage(const App &app) { return withUsage(QList{app}).constFirst(); }
    /// Every day from the one to the other, those without calls too; the last thirty where a day is null. Throws
    /// Problem 422 for a range that is none, or longer than a year and a day.
    QList<UsageDay> days(AppId app, QDate from, QDate to);

private:
    UsageStore m_store;
    UsageMeter &m_meter;
};
