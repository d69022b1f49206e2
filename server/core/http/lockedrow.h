// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"
#include "server/core/http/precondition.h"
#include "server/core/http/problem.h"

#include <functional>

/// Returns the row that a PUT or a DELETE is about to change, locked until the transaction ends. What the request says
/// is applied to this row alone: what was read before the lock may have been changed meanwhile, and writing it back
/// would undo that change.
///
/// `belongs` says whether the row is there for the caller; it may throw a Problem of its own. `shown` makes of the row
/// what a GET shows, since `If-Match` is held against that.
///
/// Throws: Problem 404 and 412; std::logic_error outside a transaction. Transaction: the caller's.
template <typename Row, typename Key, typename Belongs, typename Shown = std::identity>
Row lockedRow(Database &database, const Key &key, const Precondition &precondition, Belongs belongs, Shown shown = {})
{
    const auto row = database.lock<Row>(key);
    if (!row || !belongs(*row))
        throw Problem::notFound();
    if (precondition.isGiven())
        precondition.require(shown(*row));
    return *row;
}
