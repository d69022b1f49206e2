// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/authorizationcodes.h"

#include "models/core/times.h"
#include "server/identity/credentials/browsersessionstore.h"
#include "server/identity/credentials/secrets.h"
#include "server/identity/oauth/authorizationrequest.h"

#include <sodium.h>

namespace {
constexpr qint64 lifetime = 60; // seconds
/// How long a used code is remembered, to detect a second use.
constexpr qint64 rememberedFor = 24 * 3600;
}

bool AuthorizationCode::matches(const QString &codeVerifier) const
{
    const QByteArray challenge = Pkce::challenge(codeVerifier).toLatin1();
    const QByteArray agreed = codeChallenge.toLatin1();
    return agreed.size() == challenge.size()
        && sodium_memcmp(agreed.constData(), challenge.constData(), size_t(agreed.size())) == 0;
}

QString AuthorizationCodes::issue(const AuthorizationRequest &request, const BrowserUser &user, Scopes scopes)
{
    const QString code = Secrets::make(QLatin1StringView("wmg_"));
    AuthorizationCode row;
    row.codeHash = Secrets::hashOf(code);
    row.appId = request.app.appId;
    row.userId = user.userId;
    row.scopes = scopes;
    row.redirectUri = request.redirectUri.toString(QUrl::FullyEncoded);
    row.codeChallenge = request.codeChallenge;
    row.nonce = request.nonce;
    row.signedInAt = user.signedInAt;
    row.browserHash = user.tokenHash;
    row.expiresAt = Times::now().addSecs(lifetime);
    m_database.insert(row);
    return code;
}

std::optional<AuthorizationCode> AuthorizationCodes::find(const QString &code)
{
    return m_database.one<AuthorizationCode>(
        "SELECT * FROM authorization_code WHERE code_hash = ?" + m_database.forUpdate(), Secrets::hashOf(code));
}

void AuthorizationCodes::spend(const AuthorizationCode &code, SessionId session)
{
    m_database.exec("UPDATE authorization_code SET session_id = ? WHERE code_hash = ?", session, code.codeHash);
}

void AuthorizationCodes::removeExpired(const QDateTime &now)
{
    m_database.exec("DELETE FROM authorization_code WHERE expires_at < ?", now.addSecs(-rememberedFor));
}
