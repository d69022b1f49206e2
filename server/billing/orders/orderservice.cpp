// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/orders/orderservice.h"

#include "models/core/times.h"
#include "server/billing/orders/ordersteps.h"
#include "server/core/http/paging.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;
using Status = OrderStep::Status;

namespace {
constexpr int hoursToPay = 24;

OrderStep stepOf(const Caller &caller, Status status)
{
    OrderStep step;
    step.status = status;
    step.by = OrderStep::By::Customer;
    step.actor = caller.userId.isNull() ? caller.appId.toString() : caller.userId.toString();
    if (caller.kind == Caller::Kind::PaymentProvider) {
        step.by = OrderStep::By::PaymentProvider;
        step.actor.clear();
    } else if (caller.kind == Caller::Kind::Nobody) {
        step.by = OrderStep::By::System;
    }
    return step;
}

Problem notAllowed(const Order &order, Status to)
{
    const Status from = order.status;
    return Problem::conflict(
               u"step_not_allowed"_s,
               u"An order with the status %1 cannot change to %2."_s.arg(OrderSteps::name(from), OrderSteps::name(to)))
        .with(u"status"_s, OrderSteps::name(from))
        .with(u"allowed"_s, QJsonArray::fromStringList(OrderSteps::names(OrderSteps::allowed(from))));
}

/// Throws: 422 if the event names another amount or currency than the order.
void requireSameMoney(const Order &order, const OrderEvent &event)
{
    FieldErrors errors;
    if (event.amount >= 0 && event.amount != order.amount)
        errors += {u"/amount"_s, u"amount_mismatch"_s, u"The amount differs from that of the order."_s};
    if (!event.currency.isEmpty() && event.currency != order.currency)
        errors += {u"/currency"_s, u"currency_mismatch"_s, u"The currency differs from that of the order."_s};
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}
}

Order OrderService::orderPlan(const Caller &caller, RetentionId planId, AccountId account)
{
    requireMainUser(caller, account);
    Transaction transaction(m_database);
    if (!lockAccount(m_database, account))
        throw Problem::notFound();
    requireFewer(m_store.openOf(account), m_caps.orders, u"unpaid orders"_s);
    const auto plan = m_plans.findForShare(planId);
    if (!plan)
        throw Problem::notFound();
    if (plan->withdrawnAt.isValid())
        throw Problem::conflict(u"plan_withdrawn"_s, u"This plan is no longer sold."_s);
    Order order;
    order.accountId = account;
    order.kind = Order::Kind::Plan;
    order.retentionId = planId;
    order.title = plan->name;
    order.amount = plan->price.amount;
    order.currency = plan->price.currency;
    order.period = plan->period;
    order = open(caller, order);
    transaction.commit();
    return shown(order);
}

Order OrderService::orderApp(const Caller &caller, const App &app)
{
    Order order;
    order.accountId = app.accountId;
    order.kind = Order::Kind::App;
    order.appId = app.appId;
    order.title = app.name;
    order.amount = m_appPrice.amount;
    order.currency = m_appPrice.currency;
    order.period = RetentionPlan::Period::Once;
    return shown(open(caller, order));
}

/// Inserts a new order with its first step. An order without a price is paid at once.
Order OrderService::open(const Caller &caller, Order order)
{
    const QDateTime now = Times::now();
    order.orderId = OrderId::generate();
    order.createdAt = now;
    order.updatedAt = now;
    order.expiresAt = now.addSecs(hoursToPay * 3600);
    m_store.insert(order);
    take(order, stepOf(caller, Status::Pending));
    if (order.amount == 0) {
        OrderStep paid = stepOf({}, Status::Paid);
        paid.reason = u"The order is free of charge."_s;
        take(order, paid);
    }
    return order;
}

/// Records the step and applies its consequences.
///
/// Transaction: the caller's.
void OrderService::take(Order &order, const OrderStep &step)
{
    m_journal.write(order, step);
    m_fulfilment.follow(order);
}

void OrderService::cancelOfApp(const Caller &caller, AppId app)
{
    for (Order &order : m_store.openOfApp(app)) {
        OrderStep step = stepOf(caller, Status::Cancelled);
        step.reason = u"The app was deleted."_s;
        take(order, step);
    }
}

Order OrderService::get(const Caller &caller, OrderId id)
{
    const auto order = m_store.find(id);
    if (!order)
        throw Problem::notFound();
    m_visibility.requireThings(caller, order->accountId, id.toString());
    return shown(*order);
}

OrderService::Page OrderService::ofAccount(const Caller &caller, const OrderQuery &query, const PageRequest &page)
{
    m_visibility.requireThings(caller, query.account, query.account.toString());
    return all(query, page);
}

OrderService::Page OrderService::all(const OrderQuery &query, const PageRequest &page)
{
    Page found{m_store.list(query, page), page.count ? std::optional(m_store.count(query)) : std::nullopt};
    QList<OrderId> ids;
    for (const Order &order : std::as_const(found.orders))
        ids += order.orderId;
    const auto steps = m_store.steps(ids);
    for (Order &order : found.orders)
        order = shown(order, steps.value(order.orderId));
    return found;
}

/// Returns the order with its history, the possible next statuses, and the URL of the payment page if it is open.
Order OrderService::shown(Order order, const QList<OrderStep> &steps)
{
    order.history = steps;
    order.allowed = OrderSteps::names(OrderSteps::allowed(order.status));
    if (OrderSteps::isOpen(order.status))
        order.checkoutUrl = m_checkout.address(order);
    return order;
}

void OrderService::requireEvent(const OrderEvent &event)
{
    FieldErrors errors;
    const auto require = [&errors](bool there, const QString &pointer) {
        if (!there)
            errors += {pointer, u"required"_s, u"Required from a payment provider."_s};
    };
    require(!event.eventId.isEmpty(), u"/event_id"_s);
    require(event.amount >= 0, u"/amount"_s);
    require(!event.currency.isEmpty(), u"/currency"_s);
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

Order OrderService::step(const Caller &caller, OrderId id, const Precondition &precondition, Status to,
                         const OrderEvent &event)
{
    if (caller.kind == Caller::Kind::PaymentProvider)
        requireEvent(event);
    Transaction transaction(m_database);
    // The periods that an account has paid for follow each other. Its orders are therefore paid one at a time.
    if (const auto present = m_store.find(id))
        lockAccount(m_database, present->accountId);
    auto order = m_store.findForUpdate(id);
    if (!order)
        throw Problem::notFound();
    requireSameMoney(*order, event);
    if (const auto known = event.eventId.isEmpty() ? std::nullopt : m_store.stepOfEvent(event.eventId)) {
        if (known->orderId != id || known->status != to)
            throw OrderJournal::eventReused();
        return shown(*order);
    }
    if (precondition.isGiven())
        precondition.require(shown(*order));
    if (OrderSteps::isOpen(order->status) && order->expiresAt <= Times::now() && to != Status::Expired) {
        take(*order, stepOf({}, Status::Expired));
        transaction.commit();
        throw notAllowed(*order, to);
    }
    if (!OrderSteps::isAllowed(order->status, to))
        throw notAllowed(*order, to);
    OrderStep step = stepOf(caller, to);
    if (caller.kind != Caller::Kind::PaymentProvider)
        step.by = OrderStep::By::Management;
    step.reason = event.reason;
    step.eventId = event.eventId;
    take(*order, step);
    transaction.commit();
    return shown(*order);
}
