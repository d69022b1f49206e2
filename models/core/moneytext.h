// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QStringList>

#include <cmath>

/// Returns the number of digits after the point of an amount in this currency (ISO 4217): 2 for `EUR`, 0 for `JPY`.
inline int minorDigits(const QString &currency)
{
    static const QString none = QStringLiteral("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
    static const QString three = QStringLiteral("BHD IQD JOD KWD LYD OMR TND");
    return none.contains(currency) ? 0 : three.contains(currency) ? 3 : 2;
}

/// Returns an amount in minor units as text: `EUR 9.90`.
inline QString moneyText(qint64 amount, const QString &currency, const QLocale &locale)
{
    const int digits = minorDigits(currency);
    return currency + QLatin1Char(' ') + locale.toString(double(amount) / std::pow(10, digits), 'f', digits);
}
