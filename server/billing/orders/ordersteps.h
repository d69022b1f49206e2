// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"

#include <optional>

/// The possible status changes of orders, and the names of the statuses.
namespace OrderSteps {

/// Returns the statuses that can follow `from`. A failed payment can be retried until the order expires. A paid order
/// can only be refunded.
QList<OrderStep::Status> allowed(OrderStep::Status from);
bool isAllowed(OrderStep::Status from, OrderStep::Status to);
/// Returns true if an order with this status can still be paid.
bool isOpen(OrderStep::Status status);
/// Returns the name of the status in the API.
QString name(OrderStep::Status status);
QStringList names(const QList<OrderStep::Status> &statuses);
/// Returns the status with this name in the API, or nothing if no status has this name.
std::optional<OrderStep::Status> named(const QString &text);
}
