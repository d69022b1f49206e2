// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/days.h"

#include "models/core/utc.h"

#include <algorithm>

namespace {
constexpr qint64 farthest = 24 * 3600; // seconds; no time zone is so far from UTC
}

QDateTime Times::startOfDay(QDate day, const QTimeZone &zone)
{
    const QDateTime midnight(day, QTime(0, 0), utc);
    const QDateTime from = midnight.addSecs(-farthest);
    // The day starts at midnight by one of the offsets from UTC around it, or at a change of the offset.
    QList<int> offsets{zone.offsetFromUtc(from)};
    QList<QDateTime> candidates;
    for (const QTimeZone::OffsetData &change : zone.transitions(from, midnight.addSecs(farthest))) {
        offsets += change.offsetFromUtc;
        candidates += change.atUtc;
    }
    for (const int offset : std::as_const(offsets))
        candidates += midnight.addSecs(-offset);
    std::sort(candidates.begin(), candidates.end());
    const auto dayOf = [&zone](const QDateTime &time) { return time.toTimeZone(zone).date(); };
    const auto start = std::find_if(candidates.cbegin(), candidates.cend(), [&](const QDateTime &time) {
        return dayOf(time) >= day && dayOf(time.addMSecs(-1)) < day;
    });
    return start == candidates.cend() ? midnight : *start;
}
