// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"

#include <functional>

class Database;

/// Requires that an administrator remains who can sign in, after those for whom `leaves` holds have left.
///
/// Throws: Problem 409 `last_admin`.
/// Transaction: the caller's. The administrators and their accounts are locked until it ends.
void requireAnotherAdmin(Database &database, const std::function<bool(const User &)> &leaves);
