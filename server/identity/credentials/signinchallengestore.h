// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/database.h"

#include <QDateTime>

/// A sign-in whose first factor was right, and which waits for the second.
class SignInChallengeRow
{
    Q_GADGET
    Q_CLASSINFO("table", "sign_in_challenge")
    Q_CLASSINFO("appId.optional", "true")
    Q_PROPERTY(QString challengeHash MEMBER challengeHash)
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(QString scope MEMBER scope)
    Q_PROPERTY(QString provider MEMBER provider)
    Q_PROPERTY(qint64 triesLeft MEMBER triesLeft)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt)

public:
    QString challengeHash; ///< of the challenge, or of a browser's cookie
    UserId userId;
    AppId appId; ///< the app that the user signs in to; null: the server's own pages
    QString scope; ///< requested scopes, separated by spaces
    QString provider; ///< the provider that was the first factor; empty: the password
    qint64 triesLeft = 0;
    QDateTime createdAt;
    QDateTime expiresAt;
};

/// The SQL of sign-ins that wait for a second factor. A user has few at a time: a new one replaces the oldest.
class SignInChallengeStore
{
public:
    explicit SignInChallengeStore(Database &database)
        : m_database(database)
    {
    }

    static constexpr int mostOfUser = 10;

    void insert(const SignInChallengeRow &row);
    std::optional<SignInChallengeRow> find(const QString &hash, const QDateTime &now);
    /// Takes one of the tries. Returns false if none is left.
    bool tryOnce(const QString &hash);
    /// Deletes a challenge. Returns false if there is none.
    bool remove(const QString &hash);
    void removeOfUser(UserId user);
    void removeOfAccount(AccountId account);
    void removeExpired(const QDateTime &now);

private:
    Database &m_database;
};
