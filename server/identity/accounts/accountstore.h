// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"
#include "server/core/db/database.h"

#include <functional>

/// The SQL of accounts, their users and passwords. Addresses are compared without case: they come in lower case.
class AccountStore
{
public:
    /// The reason of the status of an account whose address has never been verified: such a one gives way to the next
    /// registration of the address.
    static inline const QString unverified = QStringLiteral("unverified");

    /// Returns the plan in force of an account, or a null id. Billing provides it.
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

    /// Whose an e-mail address is, or a number that was proven. Null when nobody's.
    AccountId accountAt(const QString &address);
    /// Whose password it resets: a number's is the main user's.
    std::optional<User> userAt(const QString &address);
    /// Returns the account with what other tables keep: users, linked apps, and the plan where planOf is known.
    Account whole(Account account);

    /// The number that an account has proven; empty: none.
    QString verifiedPhone(AccountId account);
    /// Whose number it is; null: nobody's who has proven it.
    AccountId accountByPhone(const QString &phone);
    /// It is nobody else's from now on.
    void setVerifiedPhone(AccountId account, const QString &phone, const QDateTime &now);
    void removeVerifiedPhone(AccountId account);

    QString passwordHash(UserId user);
    void setPasswordHash(UserId user, const QString &hash, const QDateTime &now);

    QList<LinkedApp> linkedApps(AccountId account);
    /// Links the app, or adds to the scopes that it has.
    void link(AccountId account, AppId app, Scopes scopes, const QDateTime &now);

private:
    Database &m_database;
    PlanOf m_planOf;
};
