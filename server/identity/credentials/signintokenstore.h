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
    SessionId sessionId; ///< the session that made the token, and that it ends with
    Scopes scopes;
    QDateTime expiresAt;
};

/// Whom a one-time token signs in, and on whose authority.
class SignInTokenBearer
{
    Q_GADGET
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(SessionId sessionId MEMBER sessionId)
    Q_PROPERTY(bool firstParty MEMBER firstParty)
    Q_PROPERTY(Scopes scopes MEMBER scopes)
    Q_PROPERTY(Scopes consented MEMBER consented)

public:
    UserId userId;
    SessionId sessionId; ///< that made the token
    bool firstParty = false; ///< the token was made in the portal
    Scopes scopes; ///< of the token
    Scopes consented; ///< what the user has allowed the redeeming app; `scopes` where the user was never asked
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
    /// Returns whom the token signs in with `app`, and removes the token. Returns nothing for a token that is not good,
    /// which stays as it is. Transaction: the caller's; the session that made the token cannot end before it does.
    std::optional<SignInTokenBearer> take(const QString &hash, AccountId account, AppId app, const QDateTime &now);
    void removeExpired(const QDateTime &now);

private:
    Database &m_database;
};
