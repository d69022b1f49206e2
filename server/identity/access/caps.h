// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QString>

class Database;

/// Caps of what an account may have, beside those of its plan.

/// Locks the account's row, so that its objects are counted by one request at a time.
/// Transaction: the caller's, before it locks anything else.
void lockAccount(Database &database, AccountId account);
/// Requires that there is room for one more object.
/// Throws: Problem 422 `too_many`, with the cap as `limit`. `what` names the objects, in the plural.
void requireFewer(qint64 present, qint64 limit, const QString &what);
