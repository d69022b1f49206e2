// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/conditions.h"
#include "server/core/http/route.h"

#include <QDateTime>

#include <optional>

/// A filter for the marks of an account. Fields that are null, empty, or invalid do not filter.
struct MarkQuery
{
    AccountId account;
    UserId reader; ///< user whose read flags apply
    UserId viewer; ///< restricts the marks to devices that are shared with this user
    DeviceId device;
    DeviceGroupId group;
    DeviceModeId mode;
    QDate day; ///< date of the start, in the account's time zone
    QDateTime from; ///< started at or after
    QDateTime to; ///< started before
    QDateTime spanFrom; ///< still open, or ended at or after
    QDateTime spanTo; ///< started before; valid if spanFrom is valid
    QDateTime spanStart; ///< lower bound for the start of all matching marks; valid if spanFrom is valid
    QDateTime asOf; ///< created at or before
    QString label;
    ZoneId zone; ///< an object entered this zone
    std::optional<double> minScore;
    std::optional<bool> unread;
    bool bin = false; ///< true: marks in the bin; false: marks that are not in the bin
};

/// Returns the conditions of a filter over `device_mark m`.
Conditions conditionsOf(const MarkQuery &query);

/// The query parameters of the lists of marks.
namespace MarkParameters {

/// Returns the parameters of all lists. The router adds those for paging and sorting.
QList<QueryParameter> all();
/// Returns the parameters of the account's list: those of all(), the ids that other lists have in their path, and
/// `bin`.
QList<QueryParameter> ofAccountList();
/// Returns the filter that the call's path and query describe.
///
/// Throws: 422 for values that are not valid; 404 for ids of another type.
MarkQuery query(const Call &call);
}
