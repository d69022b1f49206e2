// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/plans/planstore.h"
#include "server/core/http/caller.h"
#include "server/identity/access/visibility.h"

/// What is for sale.
class PlanService
{
public:
    explicit PlanService(Database &database)
        : m_database(database)
        , m_store(database)
        , m_visibility(database)
    {
    }

    /// Throws Problem 404 also where there is none.
    PlanInForce inForce(const Caller &caller, AccountId account);
    QList<RetentionPlan> onSale() { return m_store.onSale(); }
    RetentionPlan add(RetentionPlan plan);
    /// Takes it from sale. One that nobody has ever ordered is removed; otherwise orders go on to name it.
    void withdraw(RetentionId plan);

private:
    Database &m_database;
    PlanStore m_store;
    Visibility m_visibility;
};
