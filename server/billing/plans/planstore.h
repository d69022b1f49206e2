// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/planinforce.h"
#include "models/billing/retentionplan.h"
#include "server/core/db/database.h"

/// The SQL of the plans for sale and of the accounts' active plans.
class PlanStore
{
public:
    explicit PlanStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const RetentionPlan &plan) { m_database.insert(plan); }
    QList<RetentionPlan> onSale();
    std::optional<RetentionPlan> find(RetentionId plan);
    /// The plan stays as it is until the transaction ends.
    std::optional<RetentionPlan> findForShare(RetentionId plan);
    std::optional<RetentionPlan> findForUpdate(RetentionId plan);
    void withdraw(RetentionId plan, const QDateTime &now);
    void remove(RetentionId plan);
    bool wasOrdered(RetentionId plan);

    /// Returns the account's active plan, if any.
    std::optional<PlanInForce> inForce(AccountId account);
    QList<PlanInForce> allInForce();
    /// Replaces the account's active plan.
    void putInForce(const PlanInForce &plan);
    /// Leaves the account without a plan.
    void endOf(AccountId account);
    /// Returns the active plans that ended at or before `now`.
    QList<PlanInForce> ended(const QDateTime &now);
    /// Removes the account's plan if it ended at or before `now`, and returns it.
    std::optional<PlanInForce> takeEnded(AccountId account, const QDateTime &now);

private:
    Database &m_database;
};
