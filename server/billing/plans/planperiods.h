// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "server/billing/plans/planstore.h"

/// A period of a plan that an order has paid for, with the plan's terms at the time of the purchase.
class PlanPeriod
{
    Q_GADGET
    Q_CLASSINFO("table", "plan_period")
    Q_CLASSINFO("until.optional", "true")
    Q_PROPERTY(OrderId orderId MEMBER orderId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(RetentionId retentionId MEMBER retentionId)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(qint64 days MEMBER days)
    Q_PROPERTY(qint64 storageBytes MEMBER storageBytes)
    Q_PROPERTY(qint64 devices MEMBER devices)
    Q_PROPERTY(RetentionPlan::Period period MEMBER period)
    Q_PROPERTY(QDateTime startsAt MEMBER startsAt)
    Q_PROPERTY(QDateTime until MEMBER until)

public:
    OrderId orderId;
    AccountId accountId;
    RetentionId retentionId;
    QString name;
    qint64 days = 0;
    qint64 storageBytes = 0;
    qint64 devices = 0;
    RetentionPlan::Period period = RetentionPlan::Period::Once;
    QDateTime startsAt;
    QDateTime until; ///< invalid: never ends
};

/// The periods that an account has paid for, and the active plan that follows from them. Periods of one plan follow
/// each other. The plan that was paid for last is the active one; the others resume when it ends.
///
/// Transaction: the caller's, which holds the lock on the account.
class PlanPeriods
{
public:
    explicit PlanPeriods(Database &database)
        : m_database(database)
        , m_plans(database)
    {
    }

    /// Adds the period of a paid order. It begins at `now`, or after the remaining periods of the same plan.
    void add(const Order &order, const QDateTime &now);
    /// Removes the period of a refunded order. Later periods of the same plan move forward, and no other is lost.
    void remove(const Order &order, const QDateTime &now);
    /// Removes the periods of a plan that has ended. Another plan whose period lasts becomes active.
    void end(const PlanInForce &plan, const QDateTime &now);

private:
    void activate(AccountId account, RetentionId preferred, const QDateTime &now);
    QList<PlanPeriod> lasting(AccountId account, const QDateTime &now);

    Database &m_database;
    PlanStore m_plans;
};
