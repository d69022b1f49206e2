// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"
#include "server/core/db/database.h"

#include <QDateTime>
#include <QUrl>

struct AuthorizationRequest;

/// A code as it is kept: what was agreed when it was given out.
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

public:
    QString codeHash;
    AppId appId;
    UserId userId;
    Scopes scopes;
    QString redirectUri;
    QString codeChallenge;
    QString nonce;
    QDateTime signedInAt; ///< when the user proved who it is: `auth_time`
    QDateTime expiresAt;
    SessionId sessionId; ///< what it was spent for; null: not yet

    bool isSpent() const { return !sessionId.isNull(); }
    /// RFC 7636, 4.6.
    bool matches(const QString &codeVerifier) const;
};

/// The codes that carry a user's agreement to the app (RFC 6749, 4.1.2): good for a minute, and once.
class AuthorizationCodes
{
public:
    explicit AuthorizationCodes(Database &database)
        : m_database(database)
    {
    }

    /// Inside the caller's transaction. `scopes` is what the user has granted of what the request asks for.
    QString issue(const AuthorizationRequest &request, UserId user, Scopes scopes, const QDateTime &signedInAt);
    /// Spent or not, expired or not; locked for the transaction.
    std::optional<AuthorizationCode> find(const QString &code);
    /// Remembers what it was spent for: who comes with it again has stolen it, or was stolen from.
    void spend(const AuthorizationCode &code, SessionId session);
    void removeExpired(const QDateTime &now);

private:
    Database &m_database;
};
