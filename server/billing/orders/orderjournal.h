// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/orders/orderstore.h"
#include "server/core/http/problem.h"

class EventStore;

/// Records the status changes of orders, with author and reason. The status of an order is that of its last step.
class OrderJournal
{
public:
    OrderJournal(Database &database, EventStore &events)
        : m_store(database)
        , m_events(events)
    {
    }

    /// Adds a step to the order, updates the order's status, and records an event.
    ///
    /// Throws: eventReused() if another step already has the same event id of the payment provider.
    /// Transaction: the caller's, which holds the lock on the order.
    void write(Order &order, OrderStep step);
    /// Returns the refusal of an event whose id belongs to another order or status.
    static Problem eventReused();

private:
    OrderStore m_store;
    EventStore &m_events;
};
