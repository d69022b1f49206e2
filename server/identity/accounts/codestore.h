// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/registration.h"
#include "server/core/db/database.h"

/// A code that was sent.
class CodeRow
{
    Q_GADGET
    Q_CLASSINFO("table", "verify_code")
    Q_PROPERTY(QString address MEMBER address)
    Q_PROPERTY(CodeRequest::Purpose purpose MEMBER purpose)
    Q_PROPERTY(QString codeHash MEMBER codeHash)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QDateTime sentAt MEMBER sentAt)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt)
    Q_PROPERTY(qint64 triesLeft MEMBER triesLeft)

public:
    QString address;
    CodeRequest::Purpose purpose = CodeRequest::Purpose::Registration;
    QString codeHash; ///< empty: no code fits, as none was sent
    AccountId accountId; ///< the registration that it activates; null: none
    QDateTime sentAt;
    QDateTime expiresAt;
    qint64 triesLeft = 0;
};

/// The SQL of codes and of the tokens that a right code earns.
class CodeStore
{
public:
    explicit CodeStore(Database &database)
        : m_database(database)
    {
    }

    std::optional<CodeRow> findForUpdate(const QString &address, CodeRequest::Purpose purpose);
    /// In the place of the one before, unless that was sent after `quietSince`: then false, also for all but one of
    /// several that come at once.
    bool put(const CodeRow &code, const QDateTime &quietSince);
    bool sentAfter(const QString &address, CodeRequest::Purpose purpose, const QDateTime &time);
    void setTriesLeft(const QString &address, CodeRequest::Purpose purpose, qint64 tries);
    void remove(const QString &address, CodeRequest::Purpose purpose);

    void insertToken(const QString &hash, const QString &address, CodeRequest::Purpose purpose,
                     const QDateTime &expires);
    /// The address that the token proves; it is good no more. Empty when it never was.
    QString takeToken(const QString &hash, CodeRequest::Purpose purpose, const QDateTime &now);

    /// Codes and tokens that are too old.
    void removeExpired(const QDateTime &now);

private:
    Database &m_database;
};
