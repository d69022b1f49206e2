// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>

/// A kind of data that a plan limits in age and size, such as marks, or photos and videos. The areas that store the
/// data implement this interface, so that billing does not depend on them.
///
/// Each `discard` function moves at most `limit` items to the bin and returns their number.
///
/// Transaction: the caller's, which holds the lock on the account.
class Retained
{
public:
    virtual ~Retained() = default;
    /// Returns the size of the account's data in bytes, excluding the bin.
    virtual qint64 bytes(AccountId account) = 0;
    /// Moves items older than `time` to the bin, oldest first.
    virtual qsizetype discardBefore(AccountId account, const QDateTime &time, int limit) = 0;
    /// Moves items to the bin, oldest first, until the rest fits into `bytes`.
    virtual qsizetype discardBeyond(AccountId account, qint64 bytes, int limit) = 0;
};
