// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"

#include <optional>

/// Which step an order may take after which: the one table that everything asks.
namespace OrderSteps {

/// A payment that failed may be tried again until the order expires; what is paid can only be paid back.
QList<OrderStep::Status> allowed(OrderStep::Status from);
bool isAllowed(OrderStep::Status from, OrderStep::Status to);
/// The order still waits for its payment.
bool isOpen(OrderStep::Status status);
/// As the API writes it.
QString name(OrderStep::Status status);
QStringList names(const QList<OrderStep::Status> &statuses);
std::optional<OrderStep::Status> named(const QString &text);
}
