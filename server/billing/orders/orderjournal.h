// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/orders/orderstore.h"

class EventStore;

/// Writes down each step of an order, for good: who took it and why. The order's status is that of its last step.
class OrderJournal
{
public:
    OrderJournal(Database &database, EventStore &events)
        : m_store(database)
        , m_events(events)
    {
    }

    /// In the transaction at hand, which has locked the order. Throws UniqueViolation for an event of the payment
    /// provider's that is known already.
    void write(Order &order, OrderStep step);

private:
    OrderStore m_store;
    EventStore &m_events;
};
