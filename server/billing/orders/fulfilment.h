// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "server/billing/plans/planperiods.h"
#include "server/billing/receipts/receipts.h"
#include "server/identity/apps/appstore.h"

class AppTokens;
class EventStore;
class Sessions;

/// Applies the consequences of an order's status change: activates or ends a plan or an app.
///
/// Transaction: the caller's, which also records the status change, so that both happen or neither.
class Fulfilment
{
public:
    Fulfilment(Database &database, Sessions &sessions, AppTokens &appTokens, EventStore &events, Receipts &receipts)
        : m_database(database)
        , m_periods(database)
        , m_apps(database)
        , m_sessions(sessions)
        , m_appTokens(appTokens)
        , m_events(events)
        , m_receipts(receipts)
    {
    }

    /// Activates the app of an order that was paid, and ends it if the order was refunded. Adds the paid period to the
    /// account's plan, or takes it away again. Issues the receipt or the credit note. Other statuses have no
    /// consequences.
    void follow(const Order &order);

private:
    void followPlan(const Order &order);
    void setAppStatus(AppId app, App::Status status);

    Database &m_database;
    PlanPeriods m_periods;
    AppStore m_apps;
    Sessions &m_sessions;
    AppTokens &m_appTokens;
    EventStore &m_events;
    Receipts &m_receipts;
};
