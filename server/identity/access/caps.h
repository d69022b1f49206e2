// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QString>

class Database;

/// The most of each kind that an account can have, beside the limits of its plan.
struct Caps
{
    qint64 apps = 100;
    qint64 cameras = 1000; ///< including those in the bin, without scripted cameras
    qint64 groups = 500;
    qint64 modes = 200;
    qint64 versions = 10'000; ///< of all modes; the housekeeper removes those that no mark names
    qint64 zones = 50; ///< of one camera
    qint64 channels = 20;
    qint64 shares = 1000;
    qint64 items = 100'000; ///< photos and videos, including those in the bin
    qint64 storage = 100'000'000'000; ///< bytes of media at which an account without a plan can upload no more
    qint64 marks = 100'000; ///< that apps have added, including those in the bin
    qint64 orders = 100; ///< that are not paid yet
    qint64 sandbox = 10; ///< scripted cameras of trial apps

    /// Parses `default`, or the caps that differ from the defaults: `modes=50,zones=10`.
    ///
    /// Throws: std::runtime_error with a text that says what is wrong.
    static Caps parse(const QString &text);

    friend bool operator==(const Caps &, const Caps &) = default;
};

/// Locks the account's row, so that its objects are counted by one request at a time. Returns false if the account has
/// been deleted.
///
/// Transaction: the caller's, before it locks anything else.
bool lockAccount(Database &database, AccountId account);
/// Requires that there is room for one more object. The account must be locked, so that concurrent requests cannot
/// exceed the cap. `what` names the objects, in the plural, and `owner` what has them.
///
/// Throws: Problem 422 `too_many`, with the cap as `limit`.
void requireFewer(qint64 present, qint64 cap, const QString &what, const QString &owner = QStringLiteral("An account"));
