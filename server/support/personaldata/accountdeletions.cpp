// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/personaldata/accountdeletions.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/core/http/lockedrow.h"
#include "server/identity/accounts/lastadmin.h"
#include "server/support/personaldata/accounttables.h"
#include "server/support/personaldata/personaldatajobs.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Action = AuditEntry::Action;
using State = AccountDeletion::State;

namespace {
constexpr qint64 remindedBefore = 24 * 3600; // seconds
constexpr auto postponedBy = std::chrono::hours(24); // a deletion that would leave no administrator
}

std::optional<AccountDeletionRow> AccountDeletions::find(AccountId account)
{
    return m.core.database.one<AccountDeletionRow>("SELECT * FROM account_deletion WHERE account_id = ?", account);
}

bool AccountDeletions::keepsOrders(AccountId account)
{
    return m.core.database.value("SELECT 1 FROM receipt WHERE account_id = ? LIMIT 1", account).isValid();
}

AccountDeletion AccountDeletions::shown(AccountDeletionRow row)
{
    if (keepsOrders(row.accountId))
        row.kept = {u"orders"_s, u"receipts"_s};
    return row;
}

void AccountDeletions::requireAnotherAdminThan(AccountId account)
{
    requireAnotherAdmin(m.core.database, [account](const User &admin) { return admin.accountId == account; });
}

AccountDeletion AccountDeletions::schedule(const Caller &caller, AccountId account, const NewAccountDeletion &wanted)
{
    const bool own = Visibility::isOwn(caller, account);
    if (own || !caller.isAdmin())
        requireMainUser(caller, account);
    else if (wanted.reason.isEmpty())
        throw Problem::invalid(u"/reason"_s, u"required"_s, u"Give the reason for deleting another's account."_s);
    if (own)
        requireFirstParty(caller, u"Users delete their account in the portal only."_s);
    AccountDeletionRow row;
    row.accountId = account;
    row.scheduledAt = Times::now();
    row.deleteAt = row.scheduledAt.addSecs(std::chrono::seconds(m.settings.grace).count());
    const auto store = [&] {
        requireAnotherAdminThan(account);
        if (!AccountStore(m.core.database).findForUpdate(account))
            throw Problem::notFound();
        if (find(account))
            throw Problem::conflict(u"deletion_scheduled"_s, u"The deletion of this account is scheduled already."_s);
        m.core.database.insert(row);
        JobStore(m.core.database)
            .enqueue(
                PersonalDataJobs::deleting,
                {.key = account.toString(), .dueAt = std::max(row.scheduledAt, row.deleteAt.addSecs(-remindedBefore))});
        m_audit.record(caller,
                       {.action = Action::DeletionScheduled,
                        .accountId = account,
                        .object = account.toString(),
                        .detail = wanted.reason.isEmpty() ? QJsonObject() : QJsonObject{{u"reason"_s, wanted.reason}}});
        m.core.events.record(account, u"account.deletion_scheduled"_s, {{u"account_id"_s, account.toString()}});
        m.identity.notices.deletionScheduled(account, row.deleteAt);
    };
    if (own)
        m.identity.secondFactors.withProof(caller, account, {wanted.password, wanted.code}, store);
    else
        inTransaction(m.core.database, store);
    return shown(row);
}

AccountDeletion AccountDeletions::get(const Caller &caller, AccountId account)
{
    m_visibility.requireThings(caller, account, account.toString());
    const auto row = find(account);
    return row ? shown(*row) : throw Problem::notFound();
}

void AccountDeletions::cancel(const Caller &caller, AccountId account, const Precondition &precondition)
{
    if (!caller.isAdmin() || Visibility::isOwn(caller, account))
        requireMainUser(caller, account);
    if (Visibility::isOwn(caller, account))
        requireFirstParty(caller, u"Users cancel the deletion of their account in the portal only."_s);
    Transaction transaction(m.core.database);
    const auto row = lockedRow<AccountDeletionRow>(
        m.core.database, account, precondition, [](const AccountDeletionRow &) { return true; },
        [this](const AccountDeletionRow &found) { return shown(found); });
    if (row.state == State::Running)
        throw Problem::conflict(u"deletion_running"_s, u"The account is being deleted."_s);
    m.core.database.exec("DELETE FROM account_deletion WHERE account_id = ?", account);
    m_audit.record(caller, {.action = Action::DeletionCancelled, .accountId = account, .object = account.toString()});
    m.core.events.record(account, u"account.deletion_cancelled"_s, {{u"account_id"_s, account.toString()}});
    m.identity.notices.deletionCancelled(account);
    transaction.commit();
}

std::optional<QDateTime> AccountDeletions::proceed(AccountId account, const std::atomic_bool &stopping)
{
    const auto row = find(account);
    if (!row)
        return std::nullopt; // canceled, or done
    if (row->state == State::Scheduled && row->deleteAt > Times::now())
        return remind(*row);
    try {
        if (row->state == State::Scheduled && !seal(account))
            return std::nullopt;
    } catch (const Problem &) {
        return Times::now().addSecs(std::chrono::seconds(postponedBy).count());
    }
    removeAllRows(account, false, stopping);
    finish(account);
    SearchIndex(m.core.database).refresh();
    return std::nullopt;
}

std::optional<QDateTime> AccountDeletions::remind(AccountDeletionRow row)
{
    const QDateTime reminder = row.deleteAt.addSecs(-remindedBefore);
    if (row.reminded)
        return row.deleteAt;
    if (reminder > Times::now())
        return reminder;
    inTransaction(m.core.database, [&] {
        const auto current = m.core.database.lock<AccountDeletionRow>(row.accountId);
        if (!current || current->reminded)
            return;
        m.core.database.exec("UPDATE account_deletion SET reminded = ? WHERE account_id = ?", true, row.accountId);
        // Who deletes an account at short notice needs no second mail.
        if (current->scheduledAt < reminder)
            m.identity.notices.deletionReminder(row.accountId, row.deleteAt);
    });
    return row.deleteAt;
}
