// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "server/db/database.h"

/// The SQL of accounts, their users and passwords. Addresses are compared without case: they come in lower case.
class AccountStore
{
public:
    explicit AccountStore(Database &database)
        : m_database(database)
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

    QString passwordHash(UserId user);
    void setPasswordHash(UserId user, const QString &hash, const QDateTime &now);

    QList<LinkedApp> linkedApps(AccountId account);
    /// Links the app, or adds to the scopes that it has.
    void link(AccountId account, AppId app, Scopes scopes, const QDateTime &now);

private:
    Database &m_database;
};
