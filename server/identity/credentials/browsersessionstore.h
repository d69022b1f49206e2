// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"
#include "models/identity/user.h"
#include "server/core/db/database.h"

/// A user who has signed in on the server's own pages in a browser.
class BrowserUser
{
    Q_GADGET
    Q_PROPERTY(QString tokenHash MEMBER tokenHash)
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QString email MEMBER email)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(User::Role role MEMBER role)
    Q_PROPERTY(QDateTime signedInAt MEMBER signedInAt)

public:
    QString tokenHash; ///< names the browser: what the user grants in it ends when it is signed out
    UserId userId;
    AccountId accountId;
    QString email;
    QString name;
    User::Role role = User::Role::Member;
    QDateTime signedInAt; ///< time of authentication: `auth_time` of OpenID Connect
};

/// The SQL of browser sessions. Secrets are passed as hashes.
class BrowserSessionStore
{
public:
    explicit BrowserSessionStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const QString &hash, UserId user, const QDateTime &signedIn, const QDateTime &expires);
    /// Returns the user of a browser session that has not expired, if their account is active.
    std::optional<BrowserUser> find(const QString &hash, const QDateTime &now);
    /// Returns whether the browser session has not ended. It cannot end before the transaction does.
    /// Transaction: the caller's.
    bool isThereForShare(const QString &hash);
    void remove(const QString &hash);
    void removeOfUser(UserId user);
    void removeOfAccount(AccountId account);
    void removeExpired(const QDateTime &now);

private:
    Database &m_database;
};
