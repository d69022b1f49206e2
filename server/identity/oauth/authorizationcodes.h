// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"
#include "server/core/db/database.h"

#include <QDateTime>
#include <QUrl>

struct AuthorizationRequest;
class BrowserUser;

/// A stored code with the terms that it was issued for.
class AuthorizationCode
{
    Q_GADGET
    Q_CLASSINFO("table", "authorization_code")
    Q_CLASSINFO("sessionId.optional", "true")
    Q_PROPERTY(QString codeHash MEMBER codeHash)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(Scopes scopes MEMBER scopes)
    Q_PROPERTY(QString redirectUri MEMBER redirectUri)
    Q_PROPERTY(QString codeChallenge MEMBER codeChallenge)
    Q_PROPERTY(QString nonce MEMBER nonce)
    Q_PROPERTY(QDateTime signedInAt MEMBER signedInAt)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt)
    Q_PROPERTY(SessionId sessionId MEMBER sessionId)
    Q_PROPERTY(QString browserHash MEMBER browserHash)

public:
    QString codeHash;
    AppId appId;
    UserId userId;
    Scopes scopes;
    QString redirectUri;
    QString codeChallenge;
    QString nonce;
    QDateTime signedInAt; ///< time of the user's authentication: `auth_time`
    QDateTime expiresAt;
    SessionId sessionId; ///< the session that the code was exchanged for; null: none yet
    QString browserHash; ///< the browser in which the user has granted access: the code ends when it is signed out

    bool isSpent() const { return !sessionId.isNull(); }
    /// Returns whether the verifier matches the code's challenge (RFC 7636, 4.6).
    bool matches(const QString &codeVerifier) const;
};

/// Authorization codes (RFC 6749, 4.1.2). A code is valid for a minute and for one exchange.
class AuthorizationCodes
{
public:
    explicit AuthorizationCodes(Database &database)
        : m_database(database)
    {
    }

    /// Issues a code. `scopes` are those of the request that the user has granted.
    /// Transaction: the caller's.
    QString issue(const AuthorizationRequest &request, const BrowserUser &user, Scopes scopes);
    /// Returns the code, also if it was exchanged or has expired, locked for update.
    /// Transaction: the caller's.
    std::optional<AuthorizationCode> find(const QString &code);
    /// Records the session that the code was exchanged for. If the code comes again, it has been stolen, and the
    /// session is ended.
    void spend(const AuthorizationCode &code, SessionId session);
    void removeExpired(const QDateTime &now);

private:
    Database &m_database;
};
