// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/apptokens.h"

#include "models/core/times.h"
#include "server/identity/credentials/secrets.h"

namespace {
class AppTokenRow
{
    Q_GADGET
    Q_CLASSINFO("table", "app_token")
    Q_PROPERTY(QString tokenHash MEMBER tokenHash)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(Scopes scopes MEMBER scopes)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt)

public:
    QString tokenHash;
    AppId appId;
    Scopes scopes;
    QDateTime expiresAt;
};
}

QString AppTokens::issue(AppId app, Scopes scopes)
{
    const QString token = Secrets::make(prefix);
    AppTokenRow row;
    row.tokenHash = Secrets::hashOf(token);
    row.appId = app;
    row.scopes = scopes;
    row.expiresAt = Times::now().addSecs(m_life.count());
    m_database.insert(row);
    return token;
}

std::optional<AppTokenOwner> AppTokens::owner(const QString &token)
{
    return m_database.one<AppTokenOwner>(
        "SELECT t.scopes, t.expires_at, p.app_id, p.first_party, p.status AS app_status, p.trial_ends_at, "
        "p.daily_quota "
        "FROM app_token t JOIN app p ON p.app_id = t.app_id WHERE t.token_hash = ? AND t.expires_at > ?",
        Secrets::hashOf(token), Times::now());
}

void AppTokens::revoke(const QString &token)
{
    m_database.exec("DELETE FROM app_token WHERE token_hash = ?", Secrets::hashOf(token));
}

void AppTokens::revokeAllOf(AppId app) { m_database.exec("DELETE FROM app_token WHERE app_id = ?", app); }

void AppTokens::removeExpired(const QDateTime &now)
{
    m_database.exec("DELETE FROM app_token WHERE expires_at < ?", now);
}

#include "apptokens.moc"
