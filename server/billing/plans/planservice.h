// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/plans/planstore.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/access/visibility.h"

/// Manages the plans for sale, and returns an account's plan.
class PlanService
{
public:
    explicit PlanService(Database &database)
        : m_database(database)
        , m_store(database)
        , m_visibility(database)
    {
    }

    /// Returns the account's active plan.
    ///
    /// Throws: 404 if the account has no plan, or if the caller may not read the account.
    PlanInForce inForce(const Caller &caller, AccountId account);
    QList<RetentionPlan> onSale() { return m_store.onSale(); }
    RetentionPlan add(RetentionPlan plan);
    /// Withdraws a plan from sale. A plan that was never ordered is deleted; otherwise it remains for its orders.
    ///
    /// Throws: 404 if the plan does not exist or is withdrawn; 412 unless the precondition holds.
    void withdraw(RetentionId plan, const Precondition &precondition);

private:
    Database &m_database;
    PlanStore m_store;
    Visibility m_visibility;
};

/// Returns the routes of the plans for sale and of an account's plan.
RouteTable planRoutes(PlanService &plans);
