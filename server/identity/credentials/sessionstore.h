// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"
#include "models/identity/account.h"
#include "models/identity/app.h"
#include "models/identity/signin.h"
#include "models/identity/user.h"
#include "server/core/db/database.h"

/// A session: a family of refresh tokens and the access tokens issued with them.
class SessionRow
{
    Q_GADGET
    Q_CLASSINFO("table", "session")
    Q_PROPERTY(SessionId sessionId MEMBER sessionId)
    Q_PROPERTY(SessionId parentId MEMBER parentId)
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(Scopes scopes MEMBER scopes)
    Q_PROPERTY(bool confidential MEMBER confidential)
    Q_PROPERTY(QString userAgent MEMBER userAgent)
    Q_PROPERTY(QString address MEMBER address)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime signedInAt MEMBER signedInAt)
    Q_PROPERTY(QDateTime refreshedAt MEMBER refreshedAt)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)

public:
    SessionId sessionId;
    SessionId parentId; ///< the session whose one-time token began this session; null: none
    UserId userId;
    AppId appId;
    Scopes scopes;
    bool confidential = false; ///< the app authenticated with its key
    QString userAgent;
    QString address;
    QDateTime createdAt;
    QDateTime signedInAt; ///< when the user proved who they are; that of the parent for a child
    QDateTime refreshedAt;
    QDateTime lastUsedAt; ///< written by LastUses
    QDateTime endedAt;
};

/// The owner of a token, in one row because it is read at each request.
class TokenOwner
{
    Q_GADGET
    Q_PROPERTY(SessionId sessionId MEMBER sessionId)
    Q_PROPERTY(Scopes scopes MEMBER scopes)
    Q_PROPERTY(bool confidential MEMBER confidential)
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(User::Role role MEMBER role)
    Q_PROPERTY(bool main MEMBER main)
    Q_PROPERTY(bool secondFactor MEMBER secondFactor)
    Q_PROPERTY(Account::Status accountStatus MEMBER accountStatus)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(bool firstParty MEMBER firstParty)
    Q_PROPERTY(App::Status appStatus MEMBER appStatus)
    Q_PROPERTY(QDateTime trialEndsAt MEMBER trialEndsAt)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt)
    Q_PROPERTY(qint64 dailyQuota MEMBER dailyQuota)
    Q_PROPERTY(QDateTime spentAt MEMBER spentAt)
    Q_PROPERTY(qint64 spentOrder MEMBER spentOrder)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)

public:
    SessionId sessionId;
    Scopes scopes;
    bool confidential = false;
    UserId userId;
    AccountId accountId;
    User::Role role = User::Role::Member;
    bool main = false;
    bool secondFactor = false; ///< the user has one
    Account::Status accountStatus = Account::Status::Inactive;
    AppId appId;
    bool firstParty = false;
    App::Status appStatus = App::Status::Inactive;
    QDateTime trialEndsAt;
    QDateTime lastUsedAt; ///< of the session
    QDateTime expiresAt; ///< of the token; invalid for an owner that was found by the session
    qint64 dailyQuota = 0;
    QDateTime spentAt; ///< of a refresh token
    qint64 spentOrder = 0; ///< place of a refresh token among the spent ones of its session, from 1 on
    QDateTime endedAt; ///< of the session
};

/// The SQL of sessions and tokens. Tokens are passed as hashes.
///
/// Sessions form trees: a session that began with a one-time token is a child of the session that created the token.
/// Ending a session ends its descendants.
/// Transaction: the caller's, for every function that ends sessions.
class SessionStore
{
public:
    explicit SessionStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const SessionRow &session) { m_database.insert(session); }
    /// `narrower` are the token's scopes if they are fewer than the session's.
    void insertAccess(const QString &hash, SessionId session, const QDateTime &expires, std::optional<Scopes> narrower);
    void removeAccess(const QString &hash);
    /// Adds a refresh token, unless there is one with this hash.
    void insertRefresh(const QString &hash, SessionId session, const QDateTime &expires);
    /// Returns the owner of an access token that has not expired and whose session has not ended.
    std::optional<TokenOwner> byAccess(const QString &hash, const QDateTime &now);
    /// Returns the owner of a refresh token that has not expired, also if the token was used or its session has ended.
    std::optional<TokenOwner> byRefresh(const QString &hash, const QDateTime &now);
    std::optional<TokenOwner> byRefreshForUpdate(const QString &hash, const QDateTime &now);
    /// Returns the owner of an access token that has not expired, but whose session has ended.
    std::optional<TokenOwner> byEndedAccess(const QString &hash, const QDateTime &now);
    /// Returns the owner of a session that has not ended and has a valid token.
    std::optional<TokenOwner> bySession(SessionId session, const QDateTime &now);
    /// Returns when the user signed in for this session; invalid if a one-time token of another session began it.
    QDateTime signedInAt(SessionId session);
    /// Returns when the user signed in for a session that has not ended, or for the one whose one-time token began it,
    /// and keeps it from ending until the transaction ends. Returns an invalid time if it has ended.
    /// Transaction: the caller's.
    QDateTime signedInAtForShare(SessionId session);
    /// Keeps the user's or the account's sessions from granting anything until the transaction ends.
    /// Transaction: the caller's.
    void lockOfUser(UserId user);
    void lockOfAccount(AccountId account);
    /// Spends a refresh token of the session. Its place in the order of spent tokens needs no clock.
    void spend(SessionId session, const QString &refreshHash, const QDateTime &now);
    /// Returns whether no refresh token of the session was spent after the one with this place in the order.
    bool wasSpentLast(SessionId session, qint64 spentOrder);
    /// Spends the refresh tokens that are left besides the successor of a repeated one. There are some only if a server
    /// with another key, or an earlier version, has answered first. They come first in the order, so that a use of one
    /// counts as a theft.
    void spendLost(SessionId session, const QString &successorHash, const QDateTime &now);
    void touch(SessionId session, const QDateTime &now);
    /// Ends a session. Returns false if it had ended already.
    bool end(SessionId session, const QDateTime &now);
    bool endOfUser(UserId user, SessionId session, const QDateTime &now);
    /// Ends all sessions of an account or a user except one, which may be null. The excepted session continues even if
    /// its parent ends, because the caller has given the password.
    void endOthers(AccountId account, SessionId except, const QDateTime &now);
    void endOthersOfUser(UserId user, SessionId except, const QDateTime &now);
    /// Returns whether there were any.
    bool endOfApp(UserId user, AppId app, const QDateTime &now);
    void endAllOfApp(AppId app, const QDateTime &now);
    /// Returns the apps whose trial has ended and that have sessions that have not.
    QList<AppId> endedTrials(const QDateTime &now);
    /// Returns the sessions that have not ended and have no valid token left, of those with a token that has expired
    /// after one time and up to the other.
    QList<SessionId> expired(const QDateTime &after, const QDateTime &now);
    /// Ends a session, unless it has a valid token by now. Returns whether it has ended the session.
    bool endExpired(SessionId session, const QDateTime &now);
    /// Returns the user's sessions that have not ended and have a valid token, the most recently used first.
    QList<SignIn> ongoing(UserId user, const QDateTime &now);
    /// Deletes expired tokens, and ends the sessions that have none left, with their descendants. Deletes sessions that
    /// ended 90 days ago. Returns the number of deleted tokens.
    qint64 removeExpired(const QDateTime &now);

private:
    /// Ends all descendants of the sessions for which `condition` holds. The condition names these sessions `p`.
    void endBelow(const QByteArray &condition, const QVariantList &values, const QDateTime &now);

    Database &m_database;
};
