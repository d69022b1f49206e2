// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace Times {

/// Returns the first moment of a day in a time zone, in UTC: where clocks are set back over midnight, the first of the
/// two midnights of the day; where they are set forward over it, the moment of the change. A day that the zone skips
/// starts when the next one does. (QDate::startOfDay() takes the second of two midnights.)
QDateTime startOfDay(QDate day, const QTimeZone &zone);
}
