// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/browsersessionstore.h"

void BrowserSessionStore::insert(const QString &hash, UserId user, const QDateTime &signedIn, const QDateTime &expires)
{
    m_database.exec("INSERT INTO browser_session (token_hash, user_id, signed_in_at, expires_at) VALUES (?, ?, ?, ?)",
                    hash, user, signedIn, expires);
}

std::optional<BrowserUser> BrowserSessionStore::find(const QString &hash, const QDateTime &now)
{
    return m_database.one<BrowserUser>(
        "SELECT b.token_hash, u.user_id, u.account_id, u.email, u.name, u.role, b.signed_in_at FROM browser_session b "
        "JOIN account_user u ON u.user_id = b.user_id JOIN account a ON a.account_id = u.account_id "
        "WHERE b.token_hash = ? AND b.expires_at > ? AND a.status = ?",
        hash, now, Account::Status::Active);
}

bool BrowserSessionStore::isThereForShare(const QString &hash)
{
    return m_database.value("SELECT 1 FROM browser_session WHERE token_hash = ?" + m_database.forShare(), hash)
        .isValid();
}

void BrowserSessionStore::remove(const QString &hash)
{
    m_database.exec("DELETE FROM browser_session WHERE token_hash = ?", hash);
}

void BrowserSessionStore::removeOfUser(UserId user)
{
    m_database.exec("DELETE FROM browser_session WHERE user_id = ?", user);
}

void BrowserSessionStore::removeOfAccount(AccountId account)
{
    m_database.exec("DELETE FROM browser_session WHERE user_id IN "
                    "(SELECT user_id FROM account_user WHERE account_id = ?)",
                    account);
}

void BrowserSessionStore::removeExpired(const QDateTime &now)
{
    m_database.exec("DELETE FROM browser_session WHERE expires_at < ?", now);
}
