// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/signintokenstore.h"

std::optional<SignInTokenBearer> SignInTokenStore::take(const QString &hash, AccountId account, AppId app,
                                                        const QDateTime &now)
{
    // The consent is locked first, so that the query after that sees what it allows.
    m_database.value("SELECT 1 FROM consent WHERE app_id = ? AND user_id = (SELECT s.user_id FROM sign_in_token t "
                     "JOIN session s ON s.session_id = t.session_id WHERE t.token_hash = ?)"
                         + m_database.forShare(),
                     app, hash);
    const auto bearer = m_database.one<SignInTokenBearer>(
        "SELECT u.user_id, s.session_id, p.first_party, t.scopes, "
        "COALESCE((SELECT c.scopes FROM consent c WHERE c.user_id = s.user_id AND c.app_id = ?), "
        "CASE WHEN p.first_party OR p.app_id = ? THEN t.scopes ELSE '[]' END) AS consented "
        "FROM sign_in_token t JOIN session s ON s.session_id = t.session_id "
        "JOIN account_user u ON u.user_id = s.user_id JOIN account a ON a.account_id = u.account_id "
        "JOIN app p ON p.app_id = s.app_id WHERE t.token_hash = ? AND t.expires_at > ? AND s.ended_at IS NULL "
        "AND u.account_id = ? AND a.status = 'active' AND p.status = 'active' "
        "AND (p.trial_ends_at IS NULL OR p.trial_ends_at > ?)"
            + m_database.forUpdate("s"),
        app, app, hash, now, account, now);
    // Only one of two concurrent callers deletes the token.
    const bool taken = bearer && m_database.exec("DELETE FROM sign_in_token WHERE token_hash = ?", hash) > 0;
    return taken ? bearer : std::nullopt;
}

void SignInTokenStore::removeExpired(const QDateTime &now)
{
    m_database.exec("DELETE FROM sign_in_token WHERE expires_at < ?", now);
}
