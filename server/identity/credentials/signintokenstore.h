// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/scope.h"
#include "server/core/db/database.h"

#include <QDateTime>

/// A one-time token as it is kept.
class SignInTokenRow
{
    Q_GADGET
    Q_CLASSINFO("table", "sign_in_token")
    Q_PROPERTY(QString tokenHash MEMBER tokenHash)
    Q_PROPERTY(SessionId sessionId MEMBER sessionId)
    Q_PROPERTY(Scopes scopes MEMBER scopes)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt)

public:
    QString tokenHash;
    SessionId sessionId; ///< that made it, and that it ends with
    Scopes scopes;
    QDateTime expiresAt;
};

/// Whom a one-time token signs in.
class SignInTokenBearer
{
    Q_GADGET
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(Scopes scopes MEMBER scopes)

public:
    UserId userId;
    Scopes scopes;
};

/// The SQL of one-time sign-in tokens. They come as hashes.
class SignInTokenStore
{
public:
    explicit SignInTokenStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const SignInTokenRow &token) { m_database.insert(token); }
    /// Whom it signs in; it is good no more. Nothing for one that is not good, which stays as it is.
    std::optional<SignInTokenBearer> take(const QString &hash, AccountId account, const QDateTime &now);
    void removeExpired(const QDateTime &now);

private:
    Database &m_database;
};
