// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/orders/orderjournal.h"

#include "models/core/times.h"
#include "server/billing/orders/ordersteps.h"
#include "server/core/events/eventstore.h"

using namespace Qt::StringLiterals;

namespace {
std::optional<Headline> headlineOf(const Order &order)
{
    if (order.status != OrderStep::Status::Paid)
        return std::nullopt;
    const QString id = order.orderId.toString();
    return Headline{.topic = Topic::OrderPaid,
                    .object = id,
                    .title = order.title,
                    .data = {{u"order_id"_s, id}, {u"amount"_s, order.amount}, {u"currency"_s, order.currency}}};
}
}

void OrderJournal::write(Order &order, OrderStep step)
{
    const QDateTime now = Times::now();
    step.orderId = order.orderId;
    step.number = m_store.steps(order.orderId).size() + 1;
    step.at = now;
    if (!m_store.insertStep(step)) // a concurrent request has used the event id for another order
        throw eventReused();
    order.status = step.status;
    order.updatedAt = now;
    m_store.setStatus(order.orderId, step.status, now);
    const QString status = OrderSteps::name(step.status);
    m_events.record(order.accountId, u"order."_s + status,
                    {{u"order_id"_s, order.orderId.toString()}, {u"status"_s, status}}, headlineOf(order));
}

Problem OrderJournal::eventReused()
{
    return Problem::conflict(u"event_reused"_s,
                             u"An event with this id was already reported for another order or status."_s);
}
