// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

/// An amount of money, never a fraction: `990` of `EUR` is nine euros and ninety cents.
class Money
{
    Q_GADGET
    Q_CLASSINFO("amount.min", "0")
    Q_CLASSINFO("amount.max", "1000000000000")
    Q_CLASSINFO("amount.doc", "In the currency's minor unit.")
    Q_CLASSINFO("currency.pattern", "^[A-Z]{3}$")
    Q_CLASSINFO("currency.doc", "ISO 4217, such as `EUR`.")
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
