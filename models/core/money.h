// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

/// An amount of money in minor units: `990` of `EUR` is 9.90 euros.
class Money
{
    Q_GADGET
    Q_CLASSINFO("amount.min", "0")
    Q_CLASSINFO("amount.max", "1000000000000")
    Q_CLASSINFO("amount.doc", "Amount in the currency's minor unit, such as cents.")
    Q_CLASSINFO("currency.pattern", "^[A-Z]{3}$")
    Q_CLASSINFO("currency.format", "currency")
    Q_CLASSINFO("currency.doc", "ISO 4217 code, such as `EUR`.")
    Q_PROPERTY(qint64 amount MEMBER amount REQUIRED)
    Q_PROPERTY(QString currency MEMBER currency REQUIRED)

public:
    Money() = default;
    Money(qint64 amount, QString currency)
        : amount(amount)
        , currency(std::move(currency))
    {
    }

    qint64 amount = 0;
    QString currency = QStringLiteral("EUR");

    friend bool operator==(const Money &, const Money &) = default;
};
