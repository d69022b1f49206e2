// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/money.h"

#include <QDateTime>
#include <QObject>

/// A plan for sale: how long and how much data is kept for an account. Plans never change; a new offer is a new plan.
class RetentionPlan
{
    Q_GADGET
    Q_CLASSINFO("description.format", "multi-line")
    Q_CLASSINFO("table", "retention_plan")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO("description.max", "2000")
    Q_CLASSINFO("days.min", "1")
    Q_CLASSINFO("days.max", "36500")
    Q_CLASSINFO("days.doc", "Days that marks are kept. Older marks move to the bin.")
    Q_CLASSINFO("storageBytes.min", "0")
    Q_CLASSINFO("storageBytes.doc", "Maximum storage in bytes; 0: unlimited.")
    Q_CLASSINFO("devices.min", "0")
    Q_CLASSINFO("devices.max", "1000000")
    Q_CLASSINFO("devices.doc", "Maximum number of cameras; 0: unlimited.")
    Q_CLASSINFO("period.doc", "The period that the price covers: a month, a year, or without end (once).")
    Q_CLASSINFO("withdrawnAt.optional", "true")
    Q_CLASSINFO("description.optional", "json")
    Q_PROPERTY(RetentionId retentionId MEMBER retentionId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QString description MEMBER description)
    Q_PROPERTY(qint64 days MEMBER days REQUIRED)
    Q_PROPERTY(qint64 storageBytes MEMBER storageBytes)
    Q_PROPERTY(qint64 devices MEMBER devices)
    Q_PROPERTY(Money price MEMBER price REQUIRED)
    Q_PROPERTY(Period period MEMBER period)
    Q_PROPERTY(QDateTime withdrawnAt MEMBER withdrawnAt DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)

public:
    enum class Period { Month, Year, Once };
    Q_ENUM(Period)

    RetentionId retentionId;
    QString name;
    QString description;
    qint64 days = 0;
    qint64 storageBytes = 0;
    qint64 devices = 0;
    Money price;
    Period period = Period::Month;
    QDateTime withdrawnAt; ///< when the plan was withdrawn from sale
    QDateTime createdAt;

    friend bool operator==(const RetentionPlan &, const RetentionPlan &) = default;
};
