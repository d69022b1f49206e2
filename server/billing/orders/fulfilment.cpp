// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/orders/fulfilment.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/sessions.h"

using namespace Qt::StringLiterals;

void Fulfilment::follow(const Order &order)
{
    const bool paid = order.status == OrderStep::Status::Paid;
    if (!paid && order.status != OrderStep::Status::Refunded)
        return;
    if (order.kind == Order::Kind::App)
        setAppStatus(order.appId, paid ? App::Status::Active : App::Status::Pending);
    else
        followPlan(order);
    m_receipts.follow(order); // last, because it locks a row that all payments need
}

void Fulfilment::followPlan(const Order &order)
{
    if (order.status == OrderStep::Status::Paid)
        m_periods.add(order, Times::now());
    else
        m_periods.remove(order, Times::now());
    m_events.record(order.accountId, u"plan.changed"_s, {{u"account_id"_s, order.accountId.toString()}});
}

void Fulfilment::setAppStatus(AppId id, App::Status status)
{
    auto app = m_apps.findForUpdate(id);
    if (!app) // deleted after the order was placed
        return;
    // A payment does not lift the block of an administrator, who activates the app.
    app->status = app->blocked && status == App::Status::Active ? App::Status::Inactive : status;
    app->updatedAt = Times::now();
    m_apps.update(*app);
    if (status != App::Status::Active) {
        m_sessions.endAllOfApp(id);
        m_appTokens.revokeAllOf(id);
    }
    m_events.record(app->accountId, u"app.changed"_s, {{u"app_id"_s, id.toString()}});
}
