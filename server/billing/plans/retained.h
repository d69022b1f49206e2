// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>

/// One kind of things that a plan limits in age and size, such as photos and videos, or marks. The areas that keep such
/// things implement it, so that billing knows none of them.
///
/// Each call moves at most `limit` things to the bin, in a transaction of its own, and returns their number.
class Retained
{
public:
    virtual ~Retained() = default;
    /// Returns the size of what the account keeps, in bytes, without the bin.
    virtual qint64 bytes(AccountId account) = 0;
    /// Moves things to the bin that are older than `time`, the oldest first.
    virtual qsizetype discardBefore(AccountId account, const QDateTime &time, int limit) = 0;
    /// Moves things to the bin that do not fit into `bytes`, the oldest first.
    virtual qsizetype discardBeyond(AccountId account, qint64 bytes, int limit) = 0;
};
