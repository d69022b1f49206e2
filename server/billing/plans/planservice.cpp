// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/plans/planservice.h"

#include "models/core/times.h"
#include "server/core/http/problem.h"

PlanInForce PlanService::inForce(const Caller &caller, AccountId account)
{
    m_visibility.requireThings(caller, account, account.toString());
    const auto plan = m_store.inForce(account);
    return plan ? *plan : throw Problem::notFound();
}

RetentionPlan PlanService::add(RetentionPlan plan)
{
    plan.retentionId = RetentionId::generate();
    plan.createdAt = Times::now();
    m_store.insert(plan);
    return plan;
}

void PlanService::withdraw(RetentionId id, const Precondition &precondition)
{
    Transaction transaction(m_database);
    const auto plan = m_store.findForUpdate(id);
    if (!plan || plan->withdrawnAt.isValid())
        throw Problem::notFound();
    precondition.require(*plan);
    if (m_store.wasOrdered(id))
        m_store.withdraw(id, Times::now());
    else
        m_store.remove(id);
    transaction.commit();
}
