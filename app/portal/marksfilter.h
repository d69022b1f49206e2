// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QUrlQuery>
#include <QVariantMap>

/// Which marks a list shows: what the server is asked for, and whether one that it tells of belongs there.
struct MarksFilter
{
    QString deviceId;
    QString devgroupId;
    QString devicemodeId;
    QString label;
    QString zoneId;
    double minScore = 0;
    QDate day; ///< of this machine's clock; invalid: any
    bool unreadOnly = false;
    bool bin = false;
    bool oldestFirst = false;

    QUrlQuery query() const;
    /// `row` has the roles of a DeviceMark.
    bool matches(const QVariantMap &row) const;

    friend bool operator==(const MarksFilter &, const MarksFilter &) = default;
};
