// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/planinforce.h"
#include "models/billing/retentionplan.h"
#include "server/core/db/database.h"

/// The SQL of plans, and of which is in force where.
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

    std::optional<PlanInForce> inForce(AccountId account);
    QList<PlanInForce> allInForce();
    void putInForce(const PlanInForce &plan);
    /// Nothing, if it was not this order that brought the account its plan.
    void endOf(OrderId order);
    /// The accounts whose plan has ended by now; it is taken from them.
    QList<PlanInForce> takeEnded(const QDateTime &now);

private:
    Database &m_database;
};
