// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/orders/fulfilment.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/sessions.h"

using namespace Qt::StringLiterals;

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
}

void Fulfilment::follow(const Order &order)
{
    const bool paid = order.status == OrderStep::Status::Paid;
    if (!paid && order.status != OrderStep::Status::Refunded)
        return;
    if (order.kind == Order::Kind::App) {
        setAppStatus(order.appId, paid ? App::Status::Active : App::Status::Pending);
        return;
    }
    if (paid)
        activatePlan(order);
    else
        m_plans.endOf(order.orderId);
    m_events.record(order.accountId, u"plan.changed"_s, {{u"account_id"_s, order.accountId.toString()}});
}

void Fulfilment::activatePlan(const Order &order)
{
    const auto sold = m_plans.find(order.retentionId); // exists: a plan with orders is never deleted
    const auto before = m_plans.inForce(order.accountId);
    const QDateTime now = Times::now();
    const bool renewed = before && before->retentionId == order.retentionId && before->until > now;
    PlanInForce plan;
    plan.accountId = order.accountId;
    plan.retentionId = order.retentionId;
    plan.orderId = order.orderId;
    plan.name = sold->name;
    plan.days = sold->days;
    plan.storageBytes = sold->storageBytes;
    plan.devices = sold->devices;
    plan.since = renewed ? before->since : now;
    plan.until = endOf(order.period, renewed ? before->until : now);
    m_plans.putInForce(plan);
}

void Fulfilment::setAppStatus(AppId id, App::Status status)
{
    auto app = m_apps.findForUpdate(id);
    if (!app) // deleted after the order was placed
        return;
    app->status = status;
    app->updatedAt = Times::now();
    m_apps.update(*app);
    if (status != App::Status::Active) {
        m_sessions.endAllOfApp(id);
        m_appTokens.revokeAllOf(id);
    }
    m_events.record(app->accountId, u"app.changed"_s, {{u"app_id"_s, id.toString()}});
}
