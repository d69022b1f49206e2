// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// The plan that an account has paid for, with the terms at the time of the purchase.
class PlanInForce
{
    Q_GADGET
    Q_CLASSINFO("table", "account_plan")
    Q_CLASSINFO("days.doc", "Days that marks are kept. Older marks move to the bin.")
    Q_CLASSINFO("storageBytes.doc", "Maximum storage in bytes; 0: unlimited.")
    Q_CLASSINFO("devices.doc", "Maximum number of cameras; 0: unlimited.")
    Q_CLASSINFO("until.optional", "true")
    Q_CLASSINFO("until.doc", "When the plan ends; absent: never.")
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(RetentionId retentionId MEMBER retentionId DESIGNABLE false)
    Q_PROPERTY(OrderId orderId MEMBER orderId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(qint64 days MEMBER days DESIGNABLE false)
    Q_PROPERTY(qint64 storageBytes MEMBER storageBytes DESIGNABLE false)
    Q_PROPERTY(qint64 devices MEMBER devices DESIGNABLE false)
    Q_PROPERTY(QDateTime since MEMBER since DESIGNABLE false)
    Q_PROPERTY(QDateTime until MEMBER until DESIGNABLE false)

public:
    AccountId accountId;
    RetentionId retentionId;
    OrderId orderId;
    QString name;
    qint64 days = 0;
    qint64 storageBytes = 0;
    qint64 devices = 0;
    QDateTime since;
    QDateTime until;

    friend bool operator==(const PlanInForce &, const PlanInForce &) = default;
};
