// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/accountstore.h"

#include "models/core/times.h"

std::optional<Account> AccountStore::find(AccountId account)
{
    return m_database.one<Account>("SELECT * FROM account WHERE account_id = ?", account);
}

std::optional<Account> AccountStore::findForUpdate(AccountId account)
{
    return m_database.one<Account>("SELECT * FROM account WHERE account_id = ?" + m_database.forUpdate(), account);
}

void AccountStore::remove(AccountId account) { m_database.exec("DELETE FROM account WHERE account_id = ?", account); }

std::optional<User> AccountStore::userByEmail(const QString &email)
{
    // Users who sign in with an external provider may have no address.
    return m_database.one<User>("SELECT * FROM account_user WHERE email = ? AND email <> ''", email);
}

std::optional<User> AccountStore::user(UserId user)
{
    return m_database.one<User>("SELECT * FROM account_user WHERE user_id = ?", user);
}

QList<User> AccountStore::users(AccountId account)
{
    return m_database.select<User>("SELECT * FROM account_user WHERE account_id = ? ORDER BY created_at, user_id",
                                   account);
}

QString AccountStore::verifiedPhone(AccountId account)
{
    return m_database.value("SELECT phone FROM verified_phone WHERE account_id = ?", account).toString();
}

AccountId AccountStore::accountByPhone(const QString &phone)
{
    const QString id = m_database.value("SELECT account_id FROM verified_phone WHERE phone = ?", phone).toString();
    return AccountId::parse(id).value_or(AccountId());
}

AccountId AccountStore::setVerifiedPhone(AccountId account, const QString &phone, const QDateTime &now)
{
    removeVerifiedPhone(account);
    const AccountId before = accountByPhone(phone);
    m_database.exec("INSERT INTO verified_phone (phone, account_id, verified_at) VALUES (?, ?, ?) "
                    "ON CONFLICT (phone) DO UPDATE SET account_id = excluded.account_id, "
                    "verified_at = excluded.verified_at",
                    phone, account, now);
    return before;
}

void AccountStore::claimPhone(AccountId account, const QString &phone, const QDateTime &now)
{
    m_database.exec("INSERT INTO claimed_phone (account_id, phone, claimed_at) VALUES (?, ?, ?)", account, phone, now);
}

QString AccountStore::takeClaimedPhone(AccountId account, const QDateTime &since)
{
    const QString phone =
        m_database.value("SELECT phone FROM claimed_phone WHERE account_id = ? AND claimed_at > ?", account, since)
            .toString();
    m_database.exec("DELETE FROM claimed_phone WHERE account_id = ?", account);
    return phone;
}

void AccountStore::removeVerifiedPhone(AccountId account)
{
    m_database.exec("DELETE FROM verified_phone WHERE account_id = ?", account);
}

void AccountStore::setRole(UserId user, User::Role role)
{
    m_database.exec("UPDATE account_user SET role = ? WHERE user_id = ?", role, user);
}

QString AccountStore::passwordHash(UserId user)
{
    return m_database.value("SELECT hash FROM user_password WHERE user_id = ?", user).toString();
}

QString AccountStore::passwordHashForShare(UserId user)
{
    return m_database.value("SELECT hash FROM user_password WHERE user_id = ?" + m_database.forShare(), user)
        .toString();
}

QDateTime AccountStore::passwordChangedAt(UserId user)
{
    const QVariant at =
        m_database.value("SELECT changed_at FROM user_password WHERE user_id = ?" + m_database.forShare(), user);
    return at.isNull() ? QDateTime() : Times::fromMilliseconds(at.toLongLong());
}

void AccountStore::setPasswordHash(UserId user, const QString &hash, const QDateTime &now)
{
    m_database.exec("INSERT INTO user_password (user_id, hash, changed_at) VALUES (?, ?, ?) "
                    "ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at",
                    user, hash, now);
}

QList<LinkedApp> AccountStore::linkedApps(AccountId account)
{
    return m_database.select<LinkedApp>(
        "SELECT l.app_id, p.name, l.scopes, l.linked_at FROM account_app l "
        "JOIN app p ON p.app_id = l.app_id WHERE l.account_id = ? ORDER BY l.linked_at, l.app_id",
        account);
}

void AccountStore::link(AccountId account, AppId app, Scopes scopes, const QDateTime &now)
{
    for (const LinkedApp &linked : linkedApps(account)) {
        if (linked.appId == app)
            scopes |= linked.scopes;
    }
    m_database.exec("INSERT INTO account_app (account_id, app_id, scopes, linked_at) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT (account_id, app_id) DO UPDATE SET scopes = excluded.scopes",
                    account, app, scopes, now);
}

std::optional<User> AccountStore::userAt(const QString &address)
{
    if (address.contains(u'@'))
        return userByEmail(address);
    for (const User &each : users(accountAt(address))) {
        if (each.main)
            return each;
    }
    return std::nullopt;
}

AccountId AccountStore::accountAt(const QString &address)
{
    if (!address.contains(u'@'))
        return accountByPhone(address);
    const auto holder = userByEmail(address);
    return holder ? holder->accountId : AccountId();
}

Account AccountStore::whole(Account account)
{
    account.phoneVerified = !verifiedPhone(account.accountId).isEmpty();
    account.users = users(account.accountId);
    account.apps = linkedApps(account.accountId);
    if (m_planOf)
        account.plan = m_planOf(account.accountId);
    return account;
}
