// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/orders/orderstore.h"
#include "server/billing/plans/planstore.h"
#include "server/core/events/eventstore.h"

#include <QTimer>

#include <chrono>

/// Does what time brings about: orders that nobody has paid expire, plans end, and marks, photos and videos that a plan
/// does not cover any more go to the bin, from where they can be taken back for as long as the bin keeps them. It lives
/// on the background thread.
class PlanKeeper
{
public:
    PlanKeeper(Database &database, std::function<void()> recorded, std::chrono::hours binLifetime);

private:
    void keep();
    void expireOrders(const QDateTime &now);
    void endPlans(const QDateTime &now);
    void throwAwayUncovered(const PlanInForce &plan, const QDateTime &now);
    /// How many went; so many that there may be more: once again.
    qsizetype throwAwayData(const PlanInForce &plan, const QDateTime &now);
    qsizetype throwAwayMarks(const PlanInForce &plan, const QDateTime &now);
    QDateTime purgeAt(const QDateTime &now) const;

    Database &m_database;
    EventStore m_events;
    OrderStore m_orders;
    PlanStore m_plans;
    std::chrono::hours m_binLifetime;
    QTimer m_clock;
};
