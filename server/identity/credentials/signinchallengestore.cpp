// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/signinchallengestore.h"

void SignInChallengeStore::insert(const SignInChallengeRow &row)
{
    m_database.exec("DELETE FROM sign_in_challenge WHERE user_id = ? AND challenge_hash NOT IN "
                    "(SELECT challenge_hash FROM sign_in_challenge WHERE user_id = ? "
                    "ORDER BY created_at DESC, challenge_hash LIMIT ?)",
                    row.userId, row.userId, mostOfUser - 1);
    m_database.insert(row);
}

std::optional<SignInChallengeRow> SignInChallengeStore::find(const QString &hash, const QDateTime &now)
{
    return m_database.one<SignInChallengeRow>(
        "SELECT * FROM sign_in_challenge WHERE challenge_hash = ? AND expires_at > ?", hash, now);
}

bool SignInChallengeStore::tryOnce(const QString &hash)
{
    return m_database.exec("UPDATE sign_in_challenge SET tries_left = tries_left - 1 "
                           "WHERE challenge_hash = ? AND tries_left > 0",
                           hash)
        > 0;
}

bool SignInChallengeStore::remove(const QString &hash)
{
    return m_database.exec("DELETE FROM sign_in_challenge WHERE challenge_hash = ?", hash) > 0;
}

void SignInChallengeStore::removeOfUser(UserId user)
{
    m_database.exec("DELETE FROM sign_in_challenge WHERE user_id = ?", user);
}

void SignInChallengeStore::removeOfAccount(AccountId account)
{
    m_database.exec("DELETE FROM sign_in_challenge WHERE user_id IN "
                    "(SELECT user_id FROM account_user WHERE account_id = ?)",
                    account);
}

void SignInChallengeStore::removeExpired(const QDateTime &now)
{
    m_database.exec("DELETE FROM sign_in_challenge WHERE expires_at < ?", now);
}
