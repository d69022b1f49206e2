// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "server/core/db/database.h"

#include <QHash>

struct PageRequest;

/// A filter for orders. Fields that are null, empty, or invalid do not filter.
struct OrderQuery
{
    AccountId account;
    RetentionId plan;
    std::optional<OrderStep::Status> status;
    QDateTime from; ///< created at or after
    QDateTime to; ///< created before
};

/// The SQL of orders and their steps.
class OrderStore
{
public:
    explicit OrderStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const Order &order) { m_database.insert(order); }
    void setStatus(OrderId order, OrderStep::Status status, const QDateTime &now);
    std::optional<Order> find(OrderId order);
    std::optional<Order> findForUpdate(OrderId order);
    /// Returns the orders of the app that can still be paid, and locks them.
    ///
    /// Transaction: the caller's.
    QList<Order> openOfApp(AppId app);
    /// Returns the number of the account's orders that can still be paid.
    qint64 openOf(AccountId account);
    /// Returns a page of orders, sorted by `createdAt` and id, newest first. If there is a next page, the list has one
    /// more order than the page.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QList<Order> list(const OrderQuery &query, const PageRequest &page);
    qint64 count(const OrderQuery &query);
    /// Returns up to `limit` open orders that expired at or before `now`.
    QList<OrderId> overdue(const QDateTime &now, int limit);

    /// Returns false, and inserts nothing, if another step has the same event id of the payment provider.
    bool insertStep(const OrderStep &step);
    QList<OrderStep> steps(OrderId order) { return steps(QList{order}).value(order); }
    /// Returns the steps of each of the orders.
    QHash<OrderId, QList<OrderStep>> steps(const QList<OrderId> &orders);
    /// Returns the step that has this event id of the payment provider, if any.
    std::optional<OrderStep> stepOfEvent(const QString &eventId);

private:
    Database &m_database;
};
