// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/accountlifecycle.h"

#include "models/core/times.h"
#include "server/core/http/problem.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/accounts/lastadmin.h"
#include "server/identity/accounts/verification.h"
#include "server/identity/credentials/sessions.h"

using namespace Qt::StringLiterals;
using Action = AuditEntry::Action;

namespace {

/// Returns the reason to store with a deactivated account.
QString reasonOf(const AccountStatus &wanted)
{
    const QString reason = wanted.reason.trimmed();
    // An account with the first reason is replaced by the next registration of its address.
    if (reason == AccountStore::unverified || reason == AccountStore::deleted)
        throw Problem::invalid(u"/reason"_s, u"not_allowed"_s, u"Only the server can set this reason."_s);
    return reason.isEmpty() ? u"deactivated"_s : reason;
}
}

Account AccountLifecycle::setStatus(const Caller &caller, const AccountStatus &wanted)
{
    const bool manages = caller.isAdmin();
    if (!manages) {
        requireMainUser(caller, wanted.accountId);
        // An app that deactivates an account would lock its user out.
        requireFirstParty(caller, u"Users deactivate their account in the portal only."_s);
    }
    const QString reason = reasonOf(wanted);

    Transaction transaction(m_database);
    if (wanted.status != Account::Status::Active)
        requireAnotherAdmin(m_database, [&](const User &admin) { return admin.accountId == wanted.accountId; });
    auto account = m_store.findForUpdate(wanted.accountId);
    if (!account || account->statusReason == AccountStore::deleted)
        throw Problem::notFound();
    const Account before = *account;
    const bool active = wanted.status == Account::Status::Active;
    // The account may have been deactivated since the caller was authenticated.
    if (active && !manages && before.status != Account::Status::Active)
        throw Problem::forbidden(u"account_inactive"_s, u"The account is not active."_s);
    account->status = wanted.status;
    account->statusReason = active ? QString() : reason;
    if (*account == before)
        return Visibility::shown(caller, m_store.whole(*account));
    account->updatedAt = Times::now();
    m_store.update(*account);
    // Also on activation: a sign-in that began before the deactivation must not become valid by it.
    m_sessions.endOthers(account->accountId);
    QJsonObject detail{{u"from"_s, SqlValue::of(before.status).toString()},
                       {u"to"_s, SqlValue::of(wanted.status).toString()}};
    if (!active)
        detail.insert(u"reason"_s, reason);
    m_audit.record(caller,
                   {.action = Action::AccountStatusChanged,
                    .accountId = account->accountId,
                    .object = account->accountId.toString(),
                    .detail = detail});
    if (!active)
        m_notices.accountDeactivated(*account, wanted.reason.trimmed());
    const Account changed = Visibility::shown(caller, m_store.whole(*account));
    transaction.commit();
    return changed;
}

LinkedAccount AccountLifecycle::linkedTo(const Caller &caller, AppId app)
{
    const auto account = m_store.find(caller.accountId);
    return account ? linked(*account, app) : throw Problem::notFound();
}

LinkedAccount AccountLifecycle::invite(const Caller &caller, AppId app, const Invitation &invitation)
{
    Registrar::requireTimeZone(invitation.timeZone);
    NewAccount newcomer;
    newcomer.email = invitation.email;
    newcomer.name = invitation.name;
    newcomer.phone = invitation.phone;
    newcomer.locale = invitation.locale;
    newcomer.timeZone = invitation.timeZone;
    Transaction transaction(m_database);
    if (!m_apps.find(app))
        throw Problem::notFound();
    const auto user = welcome(caller, newcomer);
    if (!user)
        throw Problem::conflict(u"address_taken"_s, u"An account with this address exists already."_s);
    m_store.link(user->accountId, app, {}, Times::now());
    m_verification.send(
        {.address = user->email, .purpose = CodeRequest::Purpose::ForgotPassword, .locale = invitation.locale});
    const auto account = m_store.find(user->accountId);
    const LinkedAccount made = account ? linked(*account, app) : throw Problem::notFound();
    transaction.commit();
    return made;
}

/// Returns std::nullopt for an address that is taken, also by a request at the same time.
std::optional<User> AccountLifecycle::welcome(const Caller &caller, const NewAccount &newcomer)
{
    try {
        Savepoint part(m_database);
        const auto user = m_accounts.welcome(caller, newcomer, User::Role::Member);
        part.keep();
        return user;
    } catch (const UniqueViolation &) {
        return std::nullopt;
    }
}

LinkedAccount AccountLifecycle::linked(const Account &account, AppId app)
{
    LinkedAccount found;
    found.accountId = account.accountId;
    found.account = m_store.whole(account);
    for (const LinkedApp &link : std::as_const(found.account.apps)) {
        if (link.appId != app)
            continue;
        found.appId = app;
        found.scopes = link.scopes;
        found.linkedAt = link.linkedAt;
        return found;
    }
    throw Problem::notFound();
}
