// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/signintokenstore.h"

std::optional<SignInTokenBearer> SignInTokenStore::take(const QString &hash, AccountId account, AppId app,
                                                        const QDateTime &now)
{
    const auto bearer = m_database.one<SignInTokenBearer>(
        "SELECT u.user_id, s.session_id, p.first_party, t.scopes, COALESCE(c.scopes, t.scopes) AS consented "
        "FROM sign_in_token t JOIN session s ON s.session_id = t.session_id "
        "JOIN account_user u ON u.user_id = s.user_id JOIN account a ON a.account_id = u.account_id "
        "JOIN app p ON p.app_id = s.app_id LEFT JOIN consent c ON c.user_id = s.user_id AND c.app_id = ? "
        "WHERE t.token_hash = ? AND t.expires_at > ? AND s.ended_at IS NULL "
        "AND u.account_id = ? AND a.status = 'active' AND p.status = 'active'"
            + m_database.forUpdate("s"),
        app, hash, now, account);
    // Only one of two concurrent callers deletes the token.
    const bool taken = bearer && m_database.exec("DELETE FROM sign_in_token WHERE token_hash = ?", hash) > 0;
    return taken ? bearer : std::nullopt;
}

void SignInTokenStore::removeExpired(const QDateTime &now)
{
    m_database.exec("DELETE FROM sign_in_token WHERE expires_at < ?", now);
}
