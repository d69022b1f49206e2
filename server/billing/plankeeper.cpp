// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/plankeeper.h"

#include "models/core/times.h"
#include "server/billing/orders/orderjournal.h"
#include "server/billing/orders/ordersteps.h"
#include "server/billing/plans/planperiods.h"
#include "server/core/db/retry.h"
#include "server/identity/access/caps.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int batch = 100;
}

PlanKeeper::PlanKeeper(Database &database, const EventOutlet &outlet, QList<Retained *> retained)
    : m_database(database)
    , m_events(database, outlet)
    , m_orders(database)
    , m_plans(database)
    , m_retained(std::move(retained))
{
}

void PlanKeeper::keep(const std::atomic_bool &stopping)
{
    const QDateTime now = Times::now();
    expireOrders(now);
    endPlans(now);
    for (const PlanInForce &plan : m_plans.allInForce()) {
        while (!stopping && inTransaction(m_database, [&] { return discardUncovered(plan.accountId, now); })) { }
    }
}

void PlanKeeper::expireOrders(const QDateTime &now)
{
    OrderJournal journal(m_database, m_events);
    QList<OrderId> overdue;
    do {
        overdue = m_orders.overdue(now, batch);
        for (const OrderId id : overdue) {
            inTransaction(m_database, [&] {
                auto order = m_orders.findForUpdate(id);
                if (!order || !OrderSteps::isOpen(order->status)) // paid in the meantime
                    return;
                OrderStep step;
                step.status = OrderStep::Status::Expired;
                step.by = OrderStep::By::System;
                journal.write(*order, step);
            });
        }
    } while (overdue.size() == batch);
}

void PlanKeeper::endPlans(const QDateTime &now)
{
    for (const PlanInForce &ended : m_plans.ended(now)) {
        inTransaction(m_database, [&] {
            lockAccount(m_database, ended.accountId); // what is being paid for the account comes before or after
            const auto plan = m_plans.takeEnded(ended.accountId, now);
            if (!plan) // renewed or replaced in the meantime
                return;
            PlanPeriods(m_database).end(*plan, now);
            m_events.record(plan->accountId, u"plan.changed"_s, {{u"account_id"_s, plan->accountId.toString()}});
        });
    }
}

/// Discards a batch by the plan that the account has now, and returns whether there may be more. The lock keeps an
/// order from being paid meanwhile, so that nothing goes to the bin by a plan that has been replaced.
bool PlanKeeper::discardUncovered(AccountId account, const QDateTime &now)
{
    lockAccount(m_database, account);
    const auto plan = m_plans.inForce(account);
    if (!plan || (plan->until.isValid() && plan->until <= Times::now())) // see endPlans()
        return false;
    qint64 left = plan->storageBytes;
    for (Retained *retained : std::as_const(m_retained)) {
        if (retained->discardBefore(account, now.addDays(-plan->days), batch) > 0)
            return true;
        if (plan->storageBytes <= 0) // no limit
            continue;
        if (retained->discardBeyond(account, std::max<qint64>(0, left), batch) > 0)
            return true;
        left -= retained->bytes(account);
    }
    return false;
}
