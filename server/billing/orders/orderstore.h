// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "server/core/db/database.h"

struct PageRequest;

/// Which orders are meant. What is null, empty or invalid does not narrow it.
struct OrderQuery
{
    AccountId account;
    RetentionId plan;
    std::optional<OrderStep::Status> status;
    QDateTime from; ///< made at or after
    QDateTime to; ///< made before
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
    /// Those that can still be paid, to be changed by this transaction.
    QList<Order> openOfApp(AppId app);
    /// Newest first, by `createdAt` and id.
    QList<Order> list(const OrderQuery &query, const PageRequest &page);
    qint64 count(const OrderQuery &query);
    /// Some that nobody has paid in time.
    QList<OrderId> overdue(const QDateTime &now, int limit);

    void insertStep(const OrderStep &step);
    QList<OrderStep> steps(OrderId order);
    /// The step that this event of the payment provider's has made, if it has come before.
    std::optional<OrderStep> stepOfEvent(const QString &eventId);

private:
    Database &m_database;
};
