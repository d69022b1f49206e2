// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/orders/ordersteps.h"

#include "server/core/db/sqlvalue.h"

using Status = OrderStep::Status;

QList<Status> OrderSteps::allowed(Status from)
{
    switch (from) {
    case Status::Pending:
        return {Status::Paid, Status::Failed, Status::Cancelled, Status::Expired};
    case Status::Failed:
        return {Status::Paid, Status::Cancelled, Status::Expired};
    case Status::Paid:
        return {Status::Refunded};
    case Status::Cancelled:
    case Status::Refunded:
    case Status::Expired:
        break;
    }
    return {};
}

bool OrderSteps::isAllowed(Status from, Status to) { return allowed(from).contains(to); }

bool OrderSteps::isOpen(Status status) { return isAllowed(status, Status::Paid); }

QString OrderSteps::name(Status status) { return SqlValue::of(status).toString(); }

QStringList OrderSteps::names(const QList<Status> &statuses)
{
    QStringList names;
    for (const Status status : statuses)
        names += name(status);
    return names;
}

std::optional<Status> OrderSteps::named(const QString &text)
{
    for (const Status status :
         {Status::Pending, Status::Paid, Status::Failed, Status::Cancelled, Status::Refunded, Status::Expired}) {
        if (OrderSteps::name(status) == text)
            return status;
    }
    return std::nullopt;
}
