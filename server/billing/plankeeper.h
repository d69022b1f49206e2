// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/orders/orderstore.h"
#include "server/billing/plans/planstore.h"
#include "server/billing/plans/retained.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"

#include <atomic>

/// Does what time brings about: unpaid orders expire, plans end, and marks, photos and videos that a plan does not
/// cover any more go to the bin, from where they can be restored for as long as the bin keeps them.
class PlanKeeper
{
public:
    /// `retained`: in the order in which their things may take the storage of a plan.
    PlanKeeper(Database &database, const EventOutlet &outlet, QList<Retained *> retained);

    /// Returns early once `stopping` is true; the rest is left to the next call.
    void keep(const std::atomic_bool &stopping);

private:
    void expireOrders(const QDateTime &now);
    void endPlans(const QDateTime &now);
    bool discardUncovered(AccountId account, const QDateTime &now);

    Database &m_database;
    EventStore m_events;
    OrderStore m_orders;
    PlanStore m_plans;
    QList<Retained *> m_retained;
};

/// Lets PlanKeeper keep plans and orders, every ten minutes.
JobTable planJobs(Database &database, const EventOutlet &outlet, const QList<Retained *> &retained);
