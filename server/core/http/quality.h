// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// Returns the weight of a range of a field such as `Accept` (RFC 9110, 12.4.2): its parameter `q`, or 1 if there is
/// none.
inline double weightOf(const QByteArray &range)
{
    const QByteArrayList parts = range.split(';');
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QByteArray parameter = parts[i].trimmed();
        if (parameter.startsWith("q=") || parameter.startsWith("Q="))
            return parameter.sliced(2).trimmed().toDouble();
    }
    return 1;
}
