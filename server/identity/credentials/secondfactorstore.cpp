// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/secondfactorstore.h"

#include "models/core/times.h"

std::optional<SecondFactorRow> SecondFactorStore::find(UserId user)
{
    return m_database.one<SecondFactorRow>("SELECT * FROM second_factor WHERE user_id = ?", user);
}

std::optional<SecondFactorRow> SecondFactorStore::findForUpdate(UserId user)
{
    return m_database.lock<SecondFactorRow>(user);
}

QDateTime SecondFactorStore::enabledAtForShare(UserId user)
{
    const auto row =
        m_database.one<SecondFactorRow>("SELECT * FROM second_factor WHERE user_id = ?" + m_database.forShare(), user);
    return row ? row->confirmedAt : QDateTime();
}

bool SecondFactorStore::begin(const SecondFactorRow &row)
{
    return m_database.exec(
               "INSERT INTO second_factor (user_id, sealed_secret, last_step, created_at) VALUES (?, ?, 0, ?) "
               "ON CONFLICT (user_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, last_step = 0, "
               "created_at = excluded.created_at WHERE second_factor.confirmed_at IS NULL",
               row.userId, row.sealedSecret, row.createdAt)
        > 0;
}

void SecondFactorStore::prepare(UserId user)
{
    // Reads first: the row is there almost always, and a write would wait for other writers.
    if (find(user))
        return;
    m_database.exec("INSERT INTO second_factor (user_id, sealed_secret, last_step, created_at) VALUES (?, '', 0, ?) "
                    "ON CONFLICT (user_id) DO NOTHING",
                    user, Times::now());
}

void SecondFactorStore::clear(UserId user)
{
    m_database.exec("UPDATE second_factor SET sealed_secret = '', confirmed_at = NULL WHERE user_id = ?", user);
}

void SecondFactorStore::clearUnconfirmed(UserId user)
{
    m_database.exec("UPDATE second_factor SET sealed_secret = '' WHERE user_id = ? AND confirmed_at IS NULL", user);
}

void SecondFactorStore::remove(UserId user) { m_database.exec("DELETE FROM second_factor WHERE user_id = ?", user); }

void SecondFactorStore::replaceRecoveryCodes(UserId user, const QStringList &hashes)
{
    m_database.exec("DELETE FROM recovery_code WHERE user_id = ?", user);
    for (const QString &hash : hashes)
        m_database.exec("INSERT INTO recovery_code (user_id, code_hash) VALUES (?, ?)", user, hash);
}

bool SecondFactorStore::takeRecoveryCode(UserId user, const QString &hash)
{
    return m_database.exec("DELETE FROM recovery_code WHERE user_id = ? AND code_hash = ?", user, hash) > 0;
}

qint64 SecondFactorStore::recoveryCodes(UserId user)
{
    return m_database.value("SELECT count(*) FROM recovery_code WHERE user_id = ?", user).toLongLong();
}
