// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/support/personaldata/accountexports.h"
#include "server/support/search/searchindex.h"

struct AccountTable;

/// The row of a deletion.
class AccountDeletionRow : public AccountDeletion
{
    Q_GADGET
    Q_CLASSINFO("table", "account_deletion")
    Q_PROPERTY(bool reminded MEMBER reminded)
    Q_PROPERTY(QStringList devices MEMBER devices)

public:
    bool reminded = false;
    QStringList devices; ///< whose files must be deleted, once the deletion is running
};

/// Deletes accounts with all that they hold: rows, files, tokens, and sessions. A grace time lies between the request
/// and the deletion, in which the account works as before and the request can be canceled. Orders that were paid and
/// their receipts are kept, because tax law requires them.
///
/// The row in `account` is deleted last, with whatever has come up in the meantime: another server may still admit a
/// token that it remembers, and keeps counts and calls in memory for a second. After that, the database refuses each
/// row that names the account by a foreign key. Tables without such a key are cleared again after the deletion.
class AccountDeletions
{
public:
    explicit AccountDeletions(const PersonalDataParts &parts)
        : m(parts)
        , m_visibility(parts.core.database)
        , m_audit(parts.core.database)
    {
    }

    /// Schedules the deletion. The main user proves both factors; an administrator gives a reason. A mail tells the
    /// main user. Hashes. Throws: Problem 404; 403 `main_user_required`; 409 `deletion_scheduled` or `last_admin`; 422
    /// at `/reason`; like SecondFactorService::withProof().
    AccountDeletion schedule(const Caller &caller, AccountId account, const NewAccountDeletion &wanted);
    /// Throws: Problem 404 if no deletion is scheduled.
    AccountDeletion get(const Caller &caller, AccountId account);
    /// Cancels the deletion, and mails the main user.
    /// Throws: Problem 404; 403 `main_user_required` or `first_party_required`; 409 `deletion_running`; 412.
    void cancel(const Caller &caller, AccountId account, const Precondition &precondition);

    /// Does what is due: reminds the user a day before the deletion, or deletes the account. Returns when the next step
    /// is due, or nothing if none is left.
    /// Throws: JobBrokenOff; the next call goes on.
    std::optional<QDateTime> proceed(AccountId account, const std::atomic_bool &stopping);
    /// Deletes what has come up since the deletion of an account: the rows that no foreign key keeps out, and the files
    /// on this server. Returns when to look again, because a camera that was still running may have written more, or
    /// nothing if no file was found and every server must have noticed the deletion.
    /// Throws: JobBrokenOff.
    std::optional<QDateTime> removeRest(const QString &payload, const std::atomic_bool &stopping);

private:
    std::optional<AccountDeletionRow> find(AccountId account);
    AccountDeletion shown(AccountDeletionRow row);
    bool keepsOrders(AccountId account);
    void requireAnotherAdminThan(AccountId account);
    std::optional<QDateTime> remind(AccountDeletionRow row);
    bool seal(AccountId account);
    QStringList devicesOf(AccountId account);
    void removeAllRows(AccountId account, bool since, const std::atomic_bool &stopping);
    void removeRows(const AccountTable &table, AccountId account, const std::atomic_bool &stopping);
    bool removeFiles(const QJsonObject &payload);
    void forgetActor(AccountId account);
    QByteArray withoutMember(const QByteArray &name) const;
    void finish(AccountId account);

    PersonalDataParts m;
    Visibility m_visibility;
    AuditLog m_audit;
};

/// Returns the routes of exports and deletions.
RouteTable personalDataRoutes(AccountExports &exports, AccountDeletions &deletions, const Peers &peers);
