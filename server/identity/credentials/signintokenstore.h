// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/scope.h"
#include "server/core/db/database.h"

#include <QDateTime>

/// A stored one-time token.
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
    SessionId sessionId; ///< the session that created the token; the token ends with it
    Scopes scopes;
    QDateTime expiresAt;
};

/// The user of a one-time token, and the rights that it carries.
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
    SessionId sessionId; ///< the session that created the token
    bool firstParty = false; ///< the token was created in the portal
    Scopes scopes; ///< scopes of the token
    /// Scopes that the user has granted to the redeeming app. For a token of the portal or of the same app, `scopes` if
    /// there is no consent, since the user has taken it over themselves; for one of another app, none.
    Scopes consented;
};

/// The SQL of one-time sign-in tokens. Tokens are passed as hashes.
class SignInTokenStore
{
public:
    explicit SignInTokenStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const SignInTokenRow &token) { m_database.insert(token); }
    /// Deletes the token and returns its user, for a sign-in to `app`. Returns std::nullopt for an invalid token, and
    /// changes nothing.
    /// Transaction: the caller's. Neither can the session that created the token end before the transaction
    /// does, nor can the consent to `app` be withdrawn.
    std::optional<SignInTokenBearer> take(const QString &hash, AccountId account, AppId app, const QDateTime &now);
    void removeExpired(const QDateTime &now);

private:
    Database &m_database;
};
