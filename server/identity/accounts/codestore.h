// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/registration.h"
#include "server/core/db/database.h"

/// A code that has been sent.
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
    QString codeHash; ///< empty: no code was sent, so none matches
    AccountId accountId; ///< the registration that the code activates; null: none
    QDateTime sentAt;
    QDateTime expiresAt;
    qint64 triesLeft = 0;
};

/// The SQL of codes and of the verification tokens that correct codes are exchanged for.
class CodeStore
{
public:
    explicit CodeStore(Database &database)
        : m_database(database)
    {
    }

    std::optional<CodeRow> findForUpdate(const QString &address, CodeRequest::Purpose purpose);
    /// Replaces the previous code. Returns false, and changes nothing, if that was sent after `quietSince`. Of several
    /// concurrent calls only one succeeds.
    bool put(const CodeRow &code, const QDateTime &quietSince);
    bool sentAfter(const QString &address, CodeRequest::Purpose purpose, const QDateTime &time);
    void setTriesLeft(const QString &address, CodeRequest::Purpose purpose, qint64 tries);
    void remove(const QString &address, CodeRequest::Purpose purpose);
    /// Returns the number of codes that were sent to the address on a day, for all purposes together.
    qint64 sentOn(const QString &address, const QDate &day);
    void countSent(const QString &address, const QDate &day);

    void insertToken(const QString &hash, const QString &address, CodeRequest::Purpose purpose,
                     const QDateTime &expires);
    /// Deletes the token and returns the address that it proves, or an empty string if the token is not valid.
    QString takeToken(const QString &hash, CodeRequest::Purpose purpose, const QDateTime &now);

    void removeTokens(const QString &address, CodeRequest::Purpose purpose);

    /// Deletes expired codes and tokens, and counts of earlier days.
    void removeExpired(const QDateTime &now);

private:
    Database &m_database;
};
