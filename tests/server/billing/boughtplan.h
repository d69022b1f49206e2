// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "models/billing/planinforce.h"
#include "models/core/times.h"
#include "server/billing/plans/planstore.h"
#include "server/core/db/database.h"

/// Puts a plan in force for the account that it names, from now on and with an order of its own.
inline void buyPlan(Database &database, PlanInForce plan)
{
    Order order;
    order.orderId = OrderId::generate();
    order.accountId = plan.accountId;
    order.createdAt = order.updatedAt = order.expiresAt = Times::now();
    database.insert(order);
    plan.retentionId = *RetentionId::parse(QStringLiteral("plan_00000000000000000000000001"));
    plan.orderId = order.orderId;
    plan.since = Times::now();
    PlanStore(database).putInForce(plan);
}
