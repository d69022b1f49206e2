// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"
#include "server/core/db/database.h"

#include <functional>

/// The SQL of accounts, their users and passwords. Email addresses are stored in lower case and must be passed in lower
/// case.
class AccountStore
{
public:
    /// The status reason of an account whose address has never been verified. The next registration of the address
    /// replaces such an account.
    static inline const QString unverified = QStringLiteral("unverified");

    /// The status reason of an account that is being deleted. Nobody can activate such an account.
    static inline const QString deleted = QStringLiteral("deleted");

    /// Returns the active plan of an account, or a null ID. Billing provides the function.
    using PlanOf = std::function<RetentionId(AccountId)>;

    explicit AccountStore(Database &database, PlanOf planOf = {})
        : m_database(database)
        , m_planOf(std::move(planOf))
    {
    }

    std::optional<Account> find(AccountId account);
    std::optional<Account> findForUpdate(AccountId account);
    void insert(const Account &account) { m_database.insert(account); }
    void update(const Account &account) { m_database.update(account); }
    void remove(AccountId account);

    std::optional<User> userByEmail(const QString &email);
    std::optional<User> user(UserId user);
    QList<User> users(AccountId account);
    void insertUser(const User &user) { m_database.insert(user); }
    void setRole(UserId user, User::Role role);

    /// Returns the account that has this email address or verified phone number, or a null ID.
    AccountId accountAt(const QString &address);
    /// Returns the user whose password the address resets. A phone number resets the main user's password.
    std::optional<User> userAt(const QString &address);
    /// Returns the account with the data of other tables: users, linked apps, and the plan if planOf is set.
    Account whole(Account account);

    /// Returns the verified phone number of the account, or an empty string.
    QString verifiedPhone(AccountId account);
    /// Returns the account that has verified the number, or a null ID.
    AccountId accountByPhone(const QString &phone);
    /// Sets the account's verified number, and takes it away from any other account. Returns that account, or a null
    /// ID.
    AccountId setVerifiedPhone(AccountId account, const QString &phone, const QDateTime &now);
    /// Stores the number that was proven with a registration, until its address is verified.
    void claimPhone(AccountId account, const QString &phone, const QDateTime &now);
    /// Deletes the claim of an account and returns its number; empty if there is none that is younger than `since`.
    QString takeClaimedPhone(AccountId account, const QDateTime &since);
    void removeVerifiedPhone(AccountId account);

    /// Returns when the user's password was set last; invalid for a user without one. The password cannot be changed
    /// until the transaction ends.
    /// Transaction: the caller's.
    QDateTime passwordChangedAt(UserId user);
    QString passwordHash(UserId user);
    /// Like passwordHash(). The password cannot be changed until the transaction ends.
    /// Transaction: the caller's.
    QString passwordHashForShare(UserId user);
    void setPasswordHash(UserId user, const QString &hash, const QDateTime &now);

    QList<LinkedApp> linkedApps(AccountId account);
    /// Links the app, or adds the scopes to an existing link.
    void link(AccountId account, AppId app, Scopes scopes, const QDateTime &now);

private:
    Database &m_database;
    PlanOf m_planOf;
};
