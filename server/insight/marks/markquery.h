// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/conditions.h"

#include <QDateTime>

#include <optional>

/// Which marks of an account are meant. What is null, empty or invalid does not narrow it.
struct MarkQuery
{
    AccountId account;
    UserId reader; ///< whose read flags count
    UserId viewer; ///< who sees of the account only what is shared with her
    DeviceId device;
    DeviceGroupId group;
    DeviceModeId mode;
    QDate day; ///< on which it started, in the account's time zone
    QDateTime from; ///< started at or after
    QDateTime to; ///< started before
    QDateTime during; ///< went on at this moment
    QDateTime asOf; ///< was made at or before
    QString label;
    ZoneId zone; ///< entered it
    std::optional<double> minScore;
    std::optional<bool> unread;
    bool bin = false; ///< what is in the bin, instead of what is not
};

/// Over `device_mark m`.
Conditions conditionsOf(const MarkQuery &query);
