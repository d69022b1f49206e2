// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/roleservice.h"

#include "server/core/http/lockedrow.h"
#include "server/identity/accounts/lastadmin.h"

using namespace Qt::StringLiterals;

User RoleService::set(const Caller &caller, AccountId account, UserId id, const Precondition &precondition,
                      User::Role role)
{
    // A role outlives every consent, so an app with the scope `manage` cannot change roles.
    requireFirstParty(caller, u"Administrators change roles in the portal only."_s);
    Transaction transaction(m_database);
    const QList<User> admins = role == User::Role::Admin ? QList<User>() : lockedAdmins(m_database);
    User user = lockedRow<User>(m_database, id, precondition,
                                [account](const User &found) { return found.accountId == account; });
    if (user.role == User::Role::Admin && role != User::Role::Admin)
        requireAnotherAdmin(admins, [id](const User &admin) { return admin.userId == id; });
    const User::Role before = user.role;
    user.role = role;
    if (before != role) {
        m_accounts.setRole(id, role);
        m_audit.record(
            caller,
            {.action = AuditEntry::Action::RoleChanged,
             .accountId = account,
             .object = id.toString(),
             .detail = {{u"from"_s, SqlValue::of(before).toString()}, {u"to"_s, SqlValue::of(role).toString()}}});
    }
    transaction.commit();
    return user;
}
