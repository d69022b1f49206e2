// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "models/identity/app.h"
#include "server/billing/orders/checkout.h"
#include "server/billing/orders/fulfilment.h"
#include "server/billing/orders/orderjournal.h"
#include "server/core/http/caller.h"
#include "server/identity/access/visibility.h"

struct PageRequest;

/// Orders: made, looked at, and taken through their steps.
class OrderService
{
public:
    OrderService(Database &database, Fulfilment &fulfilment, EventStore &events, Checkout checkout, Money appPrice)
        : m_database(database)
        , m_store(database)
        , m_plans(database)
        , m_fulfilment(fulfilment)
        , m_journal(database, events)
        , m_checkout(std::move(checkout))
        , m_appPrice(std::move(appPrice))
        , m_visibility(database)
    {
    }

    /// A plan for the caller's account. Its terms are frozen in the order. What costs nothing is paid at once.
    /// Throws Problem: 404 for another's account, 403 `main_user_required`, 409 `plan_withdrawn`.
    Order orderPlan(const Caller &caller, RetentionId plan, AccountId account);
    /// For a purchased app that is just being made, inside that transaction.
    Order orderApp(const Caller &caller, const App &app);
    /// The orders of an app that is being removed have nothing left to be paid for. Inside that transaction.
    void cancelOfApp(const Caller &caller, AppId app);

    Order get(const Caller &caller, OrderId order);
    struct Page
    {
        QList<Order> orders;
        std::optional<qint64> total;
    };
    /// One account's, for who sees its things.
    Page ofAccount(const Caller &caller, const OrderQuery &query, const PageRequest &page);
    /// Everybody's: the route lets none but staff and administrators in.
    Page all(const OrderQuery &query, const PageRequest &page);

    /// What the payment provider tells, signed. The same event a second time changes nothing and is answered alike.
    /// Throws Problem: 422 for an event without its id, amount or currency, or with another amount than the order's;
    /// 409 `step_not_allowed` with `allowed`; 409 `event_reused` for an event that was of something else.
    Order step(const Caller &caller, OrderId order, OrderStep::Status to, const OrderEvent &event);

private:
    Order opened(const Caller &caller, Order order);
    void take(Order &order, const OrderStep &step);
    static void requireEvent(const OrderEvent &event);
    Order shown(Order order);

    Database &m_database;
    OrderStore m_store;
    PlanStore m_plans;
    Fulfilment &m_fulfilment;
    OrderJournal m_journal;
    Checkout m_checkout;
    Money m_appPrice;
    Visibility m_visibility;
};
