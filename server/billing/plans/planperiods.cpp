// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/plans/planperiods.h"

#include <algorithm>

namespace {

QDateTime endOf(RetentionPlan::Period period, const QDateTime &start)
{
    switch (period) {
    case RetentionPlan::Period::Month:
        return start.addMonths(1);
    case RetentionPlan::Period::Year:
        return start.addYears(1);
    case RetentionPlan::Period::Once:
        break;
    }
    return {};
}

/// Copies what a plan promises from the plan to a period, or from a period to the active plan.
template <typename From, typename To>
void copyTerms(const From &from, To &to)
{
    to.name = from.name;
    to.days = from.days;
    to.storageBytes = from.storageBytes;
    to.devices = from.devices;
}

PlanPeriod periodOf(const Order &order, const RetentionPlan &sold)
{
    PlanPeriod period;
    period.orderId = order.orderId;
    period.accountId = order.accountId;
    period.retentionId = order.retentionId;
    copyTerms(sold, period);
    period.period = order.period;
    return period;
}
}

/// Returns the periods that have not ended, in the order in which they begin.
QList<PlanPeriod> PlanPeriods::lasting(AccountId account, const QDateTime &now)
{
    return m_database.select<PlanPeriod>(
        "SELECT * FROM plan_period WHERE account_id = ? AND (until IS NULL OR until > ?) ORDER BY starts_at, order_id",
        account, now);
}

void PlanPeriods::add(const Order &order, const QDateTime &now)
{
    const auto sold = m_plans.find(order.retentionId); // exists: a plan with orders is never deleted
    PlanPeriod period = periodOf(order, *sold);
    period.startsAt = now;
    for (const PlanPeriod &other : lasting(order.accountId, now)) {
        if (other.retentionId == period.retentionId && other.until.isValid())
            period.startsAt = std::max(period.startsAt, other.until);
    }
    period.until = endOf(period.period, period.startsAt);
    m_database.insert(period);
    activate(period.accountId, period.retentionId, now);
}

void PlanPeriods::remove(const Order &order, const QDateTime &now)
{
    const auto refunded =
        m_database.one<PlanPeriod>("DELETE FROM plan_period WHERE order_id = ? RETURNING *", order.orderId);
    if (!refunded)
        return;
    QDateTime start = std::max(refunded->startsAt, now);
    for (PlanPeriod &later : lasting(order.accountId, now)) {
        if (later.retentionId != refunded->retentionId || later.startsAt < refunded->startsAt)
            continue;
        later.startsAt = start;
        later.until = endOf(later.period, start);
        m_database.update(later);
        start = later.until;
    }
    const auto before = m_plans.inForce(order.accountId);
    activate(order.accountId, before ? before->retentionId : RetentionId(), now);
}

void PlanPeriods::end(const PlanInForce &plan, const QDateTime &now)
{
    m_database.exec("DELETE FROM plan_period WHERE account_id = ? AND retention_id = ?", plan.accountId,
                    plan.retentionId);
    activate(plan.accountId, {}, now);
}

/// Makes the preferred plan the active one, or if no period of it lasts, the plan whose period begins last.
void PlanPeriods::activate(AccountId account, RetentionId preferred, const QDateTime &now)
{
    const auto before = m_plans.inForce(account);
    const QList<PlanPeriod> periods = lasting(account, now);
    if (periods.isEmpty()) {
        m_plans.endOf(account);
        return;
    }
    const auto isOf = [](RetentionId plan) {
        return [plan](const PlanPeriod &period) { return period.retentionId == plan; };
    };
    const bool lasts = std::any_of(periods.begin(), periods.end(), isOf(preferred));
    const RetentionId chosen = lasts ? preferred : periods.constLast().retentionId;
    const PlanPeriod &first = *std::find_if(periods.begin(), periods.end(), isOf(chosen));
    const PlanPeriod &last = *std::find_if(periods.rbegin(), periods.rend(), isOf(chosen));
    PlanInForce plan;
    plan.accountId = account;
    plan.retentionId = chosen;
    plan.orderId = last.orderId;
    copyTerms(last, plan);
    plan.since = before && before->retentionId == chosen ? before->since : first.startsAt;
    plan.until = last.until;
    m_plans.putInForce(plan);
}
