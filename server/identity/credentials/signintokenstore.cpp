// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/signintokenstore.h"

std::optional<SignInTokenBearer> SignInTokenStore::take(const QString &hash, AccountId account, const QDateTime &now)
{
    const auto bearer = m_database.one<SignInTokenBearer>(
        "SELECT u.user_id, t.scopes FROM sign_in_token t JOIN session s ON s.session_id = t.session_id "
        "JOIN account_user u ON u.user_id = s.user_id JOIN account a ON a.account_id = u.account_id "
        "JOIN app p ON p.app_id = s.app_id WHERE t.token_hash = ? AND t.expires_at > ? AND s.ended_at IS NULL "
        "AND u.account_id = ? AND a.status = 'active' AND p.status = 'active'",
        hash, now, account);
    // Of two who come at the same time, one removes it.
    const bool taken = bearer && m_database.exec("DELETE FROM sign_in_token WHERE token_hash = ?", hash) > 0;
    return taken ? bearer : std::nullopt;
}

void SignInTokenStore::removeExpired(const QDateTime &now)
{
    m_database.exec("DELETE FROM sign_in_token WHERE expires_at < ?", now);
}
