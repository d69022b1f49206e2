// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"

#include <QList>

#include <functional>

class Database;

/// Returns the administrators who can sign in. They and their accounts are locked until the transaction ends.
/// Transaction: the caller's, before it locks the user or the account that it is about to change: a user may become an
/// administrator until then.
QList<User> lockedAdmins(Database &database);
/// Requires that one of these administrators remains, after those for whom `leaves` holds have left.
/// Throws: Problem 409 `last_admin`.
void requireAnotherAdmin(const QList<User> &admins, const std::function<bool(const User &)> &leaves);
/// Locks the administrators and requires the same of them, if `leaves` holds for any.
/// Throws: Problem 409 `last_admin`. Transaction: as for lockedAdmins().
void requireAnotherAdmin(Database &database, const std::function<bool(const User &)> &leaves);
