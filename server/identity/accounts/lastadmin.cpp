// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/lastadmin.h"

#include "server/core/db/database.h"
#include "server/core/http/problem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

QList<User> lockedAdmins(Database &database)
{
    // All requests lock the administrators in the same order. Of two that end each other's rights, the second waits
    // here and is refused. An administrator of an inactive account cannot sign in and does not count.
    const auto look = [&] {
        return database.select<User>("SELECT u.* FROM account_user u JOIN account a ON a.account_id = u.account_id "
                                     "WHERE u.role = 'admin' AND a.status = 'active' ORDER BY u.user_id"
                                     + database.forUpdate("u, a"));
    };
    // A query that had to wait leaves out who has ceased to be an administrator meanwhile, but does not see who has
    // become one. The second one does.
    const QList<User> admins = look();
    return admins.isEmpty() ? look() : admins;
}

void requireAnotherAdmin(const QList<User> &admins, const std::function<bool(const User &)> &leaves)
{
    if (std::all_of(admins.begin(), admins.end(), leaves))
        throw Problem::conflict(u"last_admin"_s, u"At least one administrator must remain."_s);
}

void requireAnotherAdmin(Database &database, const std::function<bool(const User &)> &leaves)
{
    const QList<User> admins = lockedAdmins(database);
    if (std::any_of(admins.begin(), admins.end(), leaves))
        requireAnotherAdmin(admins, leaves);
}
