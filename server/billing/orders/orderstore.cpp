// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/orders/orderstore.h"

#include "server/core/db/conditions.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {

Conditions conditionsOf(const OrderQuery &query)
{
    Conditions conditions;
    conditions.filter("account_id = ?", query.account);
    conditions.filter("retention_id = ?", query.plan);
    conditions.filter("status = ?", query.status);
    conditions.filter("created_at >= ?", query.from);
    conditions.filter("created_at < ?", query.to);
    return conditions;
}
}

void OrderStore::setStatus(OrderId order, OrderStep::Status status, const QDateTime &now)
{
    m_database.exec("UPDATE purchase_order SET status = ?, updated_at = ? WHERE order_id = ?", status, now, order);
}

std::optional<Order> OrderStore::find(OrderId order)
{
    return m_database.one<Order>("SELECT * FROM purchase_order WHERE order_id = ?", order);
}

std::optional<Order> OrderStore::findForUpdate(OrderId order)
{
    return m_database.one<Order>("SELECT * FROM purchase_order WHERE order_id = ?" + m_database.forUpdate(), order);
}

QList<Order> OrderStore::openOfApp(AppId app)
{
    return m_database.select<Order>("SELECT * FROM purchase_order WHERE app_id = ? AND status IN ('pending', 'failed') "
                                    "ORDER BY order_id"
                                        + m_database.forUpdate(),
                                    app);
}

qint64 OrderStore::openOf(AccountId account)
{
    return m_database
        .value("SELECT count(*) FROM purchase_order WHERE account_id = ? AND status IN ('pending', 'failed')", account)
        .toLongLong();
}

QList<Order> OrderStore::list(const OrderQuery &query, const PageRequest &page)
{
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        conditions.addWith(page.directed("(created_at, order_id) < (?, ?)"), page.afterTimeAndId());
    return m_database.selectWith<Order>("SELECT * FROM purchase_order WHERE " + conditions.sql() + " ORDER BY "
                                            + page.directed("created_at DESC, order_id DESC") + " LIMIT ? OFFSET ?",
                                        conditions.values() + QVariantList{page.limit(), page.offset()});
}

qint64 OrderStore::count(const OrderQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.valueWith("SELECT count(*) FROM purchase_order WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

QList<OrderId> OrderStore::overdue(const QDateTime &now, int limit)
{
    QList<OrderId> ids;
    for (const Order &order : m_database.select<Order>(
             "SELECT order_id FROM purchase_order WHERE expires_at <= ? AND status IN ('pending', 'failed') "
             "ORDER BY expires_at LIMIT ?",
             now, limit))
        ids += order.orderId;
    return ids;
}

bool OrderStore::insertStep(const OrderStep &step)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QVariant() : QVariant(text); };
    return m_database.exec("INSERT INTO order_step (order_id, number, status, at, by, actor, reason, event_id) VALUES "
                           "(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING",
                           step.orderId, step.number, step.status, step.at, step.by, orNull(step.actor),
                           orNull(step.reason), orNull(step.eventId))
        > 0;
}

QHash<OrderId, QList<OrderStep>> OrderStore::steps(const QList<OrderId> &orders)
{
    QHash<OrderId, QList<OrderStep>> steps;
    if (orders.isEmpty())
        return steps;
    QVariantList ids;
    for (const OrderId order : orders)
        ids += SqlValue::of(order);
    for (const OrderStep &step : m_database.selectWith<OrderStep>(
             "SELECT * FROM order_step WHERE order_id IN (" + Database::placeholders(ids.size()) + ") ORDER BY number",
             ids))
        steps[step.orderId] += step;
    return steps;
}

std::optional<OrderStep> OrderStore::stepOfEvent(const QString &eventId)
{
    return m_database.one<OrderStep>("SELECT * FROM order_step WHERE event_id = ?", eventId);
}
