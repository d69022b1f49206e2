// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/roleservice.h"

#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

User RoleService::set(const Caller &caller, AccountId account, UserId id, const Precondition &precondition,
                      User::Role role)
{
    // A role outlives every consent, so an app with the scope `manage` cannot change roles.
    if (caller.kind == Caller::Kind::User && !caller.firstParty)
        throw Problem::forbidden(u"first_party_required"_s, u"Administrators change roles in the portal only."_s);
    Transaction transaction(m_database);
    auto user = m_accounts.user(id);
    if (!user || user->accountId != account)
        throw Problem::notFound();
    precondition.require(*user);
    if (user->role == User::Role::Admin && role != User::Role::Admin)
        requireAnotherAdmin(id);
    const User::Role before = user->role;
    user->role = role;
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
    return *user;
}

/// Requires another administrator in an active account, because an administrator who cannot sign in does not count.
void RoleService::requireAnotherAdmin(UserId user)
{
    // All requests lock the administrators in the same order. Of two administrators who take each other's role, the
    // second waits here and is refused.
    const auto admins =
        m_database.select<User>("SELECT u.* FROM account_user u JOIN account a ON a.account_id = u.account_id "
                                "WHERE u.role = 'admin' AND a.status = 'active' ORDER BY u.user_id"
                                + m_database.forUpdate("u"));
    for (const User &admin : admins) {
        if (admin.userId != user)
            return;
    }
    throw Problem::conflict(u"last_admin"_s, u"At least one administrator must remain."_s);
}
