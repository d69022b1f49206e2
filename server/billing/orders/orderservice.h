// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "models/identity/app.h"
#include "server/billing/orders/checkout.h"
#include "server/billing/orders/fulfilment.h"
#include "server/billing/orders/orderjournal.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/identity/access/caps.h"
#include "server/identity/access/visibility.h"

class PaymentSignature;
struct PageRequest;

/// Places orders, returns them, and changes their status.
class OrderService
{
public:
    OrderService(Database &database, Fulfilment &fulfilment, EventStore &events, Checkout checkout, Money appPrice,
                 const Caps &caps)
        : m_database(database)
        , m_store(database)
        , m_plans(database)
        , m_fulfilment(fulfilment)
        , m_journal(database, events)
        , m_checkout(std::move(checkout))
        , m_appPrice(std::move(appPrice))
        , m_caps(caps)
        , m_visibility(database)
    {
    }

    /// Orders a plan for the caller's account. The order keeps the plan's name, price, and period at this time. The
    /// order of a free plan is paid at once.
    ///
    /// Throws: 404 for another account or an unknown plan, 403 `main_user_required`, 409 `plan_withdrawn`,
    /// 422 `too_many`.
    Order orderPlan(const Caller &caller, RetentionId plan, AccountId account);
    /// Orders an app that is being created.
    ///
    /// Transaction: the caller's, which creates the app.
    Order orderApp(const Caller &caller, const App &app);
    /// Cancels the open orders of an app that is being deleted.
    ///
    /// Transaction: the caller's, which deletes the app.
    void cancelOfApp(const Caller &caller, AppId app);

    Order get(const Caller &caller, OrderId order);
    struct Page
    {
        QList<Order> orders;
        std::optional<qint64> total;
    };
    /// Returns the orders of the account in `query`.
    ///
    /// Throws: 404 unless the caller may read the account.
    Page ofAccount(const Caller &caller, const OrderQuery &query, const PageRequest &page);
    /// Returns the orders of all accounts. The route admits only staff and administrators.
    Page all(const OrderQuery &query, const PageRequest &page);

    /// Changes the status of an order, as reported by the payment provider or an administrator. A repeated event
    /// changes nothing and returns the order again, whatever the precondition says.
    ///
    /// Throws: 412 unless the precondition holds; 422 if the amount or currency differs from the order's, or if a
    /// payment provider's event lacks its id, amount, or currency; 409 `step_not_allowed` with `allowed`; 409
    /// `event_reused` if the event id was used for another order or status.
    Order step(const Caller &caller, OrderId order, const Precondition &precondition, OrderStep::Status to,
               const OrderEvent &event);

private:
    Order open(const Caller &caller, Order order);
    void take(Order &order, const OrderStep &step);
    static void requireEvent(const OrderEvent &event);
    Order shown(const Order &order) { return shown(order, m_store.steps(order.orderId)); }
    Order shown(Order order, const QList<OrderStep> &steps);

    Database &m_database;
    OrderStore m_store;
    PlanStore m_plans;
    Fulfilment &m_fulfilment;
    OrderJournal m_journal;
    Checkout m_checkout;
    Money m_appPrice;
    const Caps &m_caps;
    Visibility m_visibility;
};

/// Returns the routes of orders. `signature` verifies the requests of the payment provider.
RouteTable orderRoutes(OrderService &orders, const PaymentSignature &signature);
