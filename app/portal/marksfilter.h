// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QUrlQuery>
#include <QVariantMap>

/// The filter of a list of marks: the query for the server, and whether a mark of an event matches.
struct MarksFilter
{
    QString deviceId;
    QString devgroupId;
    QString devicemodeId;
    QString label;
    QString zoneId;
    double minScore = 0;
    QDate day; ///< in this machine's time zone; invalid: any
    bool unreadOnly = false;
    bool bin = false;
    bool oldestFirst = false;

    QUrlQuery query() const;
    /// Returns whether a mark belongs in the list. `row` has the roles of a DeviceMark.
    bool matches(const QVariantMap &row) const;

    friend bool operator==(const MarksFilter &, const MarksFilter &) = default;
};
