// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/retentionplan.h"
#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A change of an order's status, with its author and reason. Steps are never changed or deleted.
class OrderStep
{
    Q_GADGET
    Q_CLASSINFO("table", "order_step")
    Q_CLASSINFO("actor.optional", "true")
    Q_CLASSINFO("actor.doc",
                "Id of the user or app that changed the status; absent for the payment provider and the server.")
    Q_CLASSINFO("reason.optional", "true")
    Q_CLASSINFO("eventId.optional", "true")
    Q_CLASSINFO("eventId.doc", "Event id of the payment provider.")
    Q_PROPERTY(OrderId orderId MEMBER orderId SCRIPTABLE false)
    Q_PROPERTY(qint64 number MEMBER number SCRIPTABLE false)
    Q_PROPERTY(Status status MEMBER status DESIGNABLE false)
    Q_PROPERTY(QDateTime at MEMBER at DESIGNABLE false)
    Q_PROPERTY(By by MEMBER by DESIGNABLE false)
    Q_PROPERTY(QString actor MEMBER actor DESIGNABLE false)
    Q_PROPERTY(QString reason MEMBER reason DESIGNABLE false)
    Q_PROPERTY(QString eventId MEMBER eventId DESIGNABLE false)

public:
    enum class Status { Pending, Paid, Failed, Cancelled, Refunded, Expired };
    Q_ENUM(Status)
    enum class By { Customer, PaymentProvider, Management, System };
    Q_ENUM(By)

    OrderId orderId;
    qint64 number = 0; ///< from 1, within the order
    Status status = Status::Pending;
    QDateTime at;
    By by = By::System;
    QString actor;
    QString reason;
    QString eventId;

    friend bool operator==(const OrderStep &, const OrderStep &) = default;
};

/// The purchase of a retention plan or an app. An order keeps the terms and the price at the time of the purchase.
class Order
{
    Q_GADGET
    Q_CLASSINFO("table", "purchase_order")
    Q_CLASSINFO("retentionId.optional", "true")
    Q_CLASSINFO("appId.optional", "true")
    Q_CLASSINFO("amount.doc", "Price in the currency's minor unit, such as cents.")
    Q_CLASSINFO("currency.doc", "ISO 4217 code.")
    Q_CLASSINFO("expiresAt.doc", "When the order expires unless it is paid.")
    Q_CLASSINFO("checkoutUrl.optional", "true")
    Q_CLASSINFO("checkoutUrl.doc", "URL of the payment page; absent if nothing is left to pay.")
    Q_CLASSINFO("allowed.doc", "The possible next statuses.")
    Q_PROPERTY(OrderId orderId MEMBER orderId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(Kind kind MEMBER kind DESIGNABLE false)
    Q_PROPERTY(RetentionId retentionId MEMBER retentionId DESIGNABLE false)
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString title MEMBER title DESIGNABLE false)
    Q_PROPERTY(qint64 amount MEMBER amount DESIGNABLE false)
    Q_PROPERTY(QString currency MEMBER currency DESIGNABLE false)
    Q_PROPERTY(RetentionPlan::Period period MEMBER period DESIGNABLE false)
    Q_PROPERTY(OrderStep::Status status MEMBER status DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt DESIGNABLE false)
    Q_PROPERTY(QString checkoutUrl MEMBER checkoutUrl DESIGNABLE false STORED false)
    Q_PROPERTY(QList<OrderStep> history MEMBER history DESIGNABLE false STORED false)
    Q_PROPERTY(QStringList allowed MEMBER allowed DESIGNABLE false STORED false)

public:
    enum class Kind { Plan, App };
    Q_ENUM(Kind)

    OrderId orderId;
    AccountId accountId;
    Kind kind = Kind::Plan;
    RetentionId retentionId;
    AppId appId;
    QString title;
    qint64 amount = 0;
    QString currency;
    RetentionPlan::Period period = RetentionPlan::Period::Month;
    OrderStep::Status status = OrderStep::Status::Pending;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime expiresAt;
    QString checkoutUrl;
    QList<OrderStep> history;
    QStringList allowed;

    friend bool operator==(const Order &, const Order &) = default;
};

/// A status change that the payment provider or an administrator reports.
class OrderEvent
{
    Q_GADGET
    Q_CLASSINFO("reason.format", "multi-line")
    Q_CLASSINFO("eventId.max", "200")
    Q_CLASSINFO("eventId.doc",
                "Event id of the payment provider. A repeated event changes nothing. Required from a provider.")
    Q_CLASSINFO("amount.min", "0")
    Q_CLASSINFO("amount.doc", "Must equal the order's amount, in minor units. Required from a provider.")
    Q_CLASSINFO("currency.pattern", "^([A-Z]{3})?$")
    Q_CLASSINFO("currency.doc", "Must equal the order's currency. Required from a provider.")
    Q_CLASSINFO("reason.max", "500")
    Q_PROPERTY(QString eventId MEMBER eventId)
    Q_PROPERTY(qint64 amount MEMBER amount)
    Q_PROPERTY(QString currency MEMBER currency)
    Q_PROPERTY(QString reason MEMBER reason)

public:
    QString eventId;
    qint64 amount = -1; ///< -1: not given
    QString currency;
    QString reason;
};
