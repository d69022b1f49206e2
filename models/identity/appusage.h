// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QObject>

#include <optional>

/// The usage of an app today (UTC).
class AppUsage
{
    Q_GADGET
    Q_CLASSINFO("callsToday.doc", "Calls with the app's credential and by its users since midnight UTC.")
    Q_CLASSINFO("errorsToday.doc", "Calls since midnight UTC that were answered with a status of 400 or above.")
    Q_CLASSINFO("quotaLeft.doc", "Remaining calls until midnight UTC; absent if there is no quota.")
    Q_CLASSINFO("quotaLeft.optional", "true")
    Q_PROPERTY(qint64 callsToday MEMBER callsToday DESIGNABLE false)
    Q_PROPERTY(qint64 errorsToday MEMBER errorsToday DESIGNABLE false)
    Q_PROPERTY(std::optional<qint64> quotaLeft MEMBER quotaLeft DESIGNABLE false)

public:
    qint64 callsToday = 0;
    qint64 errorsToday = 0;
    std::optional<qint64> quotaLeft;

    friend bool operator==(const AppUsage &, const AppUsage &) = default;
};

/// The calls of an app on one day (UTC).
class UsageDay
{
    Q_GADGET
    Q_PROPERTY(QDate day MEMBER day DESIGNABLE false)
    Q_PROPERTY(qint64 calls MEMBER calls DESIGNABLE false)
    Q_PROPERTY(qint64 errors MEMBER errors DESIGNABLE false)

public:
    QDate day;
    qint64 calls = 0;
    qint64 errors = 0;

    friend bool operator==(const UsageDay &, const UsageDay &) = default;
};
