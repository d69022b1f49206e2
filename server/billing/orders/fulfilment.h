// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "server/billing/plans/planstore.h"
#include "server/identity/apps/appstore.h"

class AppTokens;
class EventStore;
class Sessions;

/// What follows from a step of an order: the plan in force, the app that may be used. In the step's own transaction,
/// so that nobody has paid for nothing, nor got something for nothing.
class Fulfilment
{
public:
    Fulfilment(Database &database, Sessions &sessions, AppTokens &appTokens, EventStore &events)
        : m_database(database)
        , m_plans(database)
        , m_apps(database)
        , m_sessions(sessions)
        , m_appTokens(appTokens)
        , m_events(events)
    {
    }

    /// Paid: a plan is in force at once, for its period, after what is left of the same plan where there is some. An
    /// app is active. Paid back: both end.
    void follow(const Order &order);

private:
    void putInForce(const Order &order);
    void setAppStatus(AppId app, App::Status status);

    Database &m_database;
    PlanStore m_plans;
    AppStore m_apps;
    Sessions &m_sessions;
    AppTokens &m_appTokens;
    EventStore &m_events;
};
