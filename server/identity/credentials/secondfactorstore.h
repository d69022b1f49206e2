// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/database.h"

#include <QDateTime>

/// The authenticator app of a user. The row also stands for the security keys: it is what sign-ins and changes lock.
class SecondFactorRow
{
    Q_GADGET
    Q_CLASSINFO("table", "second_factor")
    Q_CLASSINFO("confirmedAt.optional", "true")
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(QString sealedSecret MEMBER sealedSecret)
    Q_PROPERTY(qint64 lastStep MEMBER lastStep)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime confirmedAt MEMBER confirmedAt)

public:
    UserId userId;
    QString sealedSecret; ///< empty: the user has, or is about to have, security keys alone
    qint64 lastStep = 0; ///< time step of the last accepted code; codes up to this step are used up
    QDateTime createdAt; ///< begin of the set-up
    QDateTime confirmedAt; ///< time of the first code; invalid: the set-up is not complete
};

/// The SQL of second factors and recovery codes. Recovery codes are passed as hashes.
class SecondFactorStore
{
public:
    explicit SecondFactorStore(Database &database)
        : m_database(database)
    {
    }

    std::optional<SecondFactorRow> find(UserId user);
    std::optional<SecondFactorRow> findForUpdate(UserId user);
    /// Returns when the user's second factor was confirmed; invalid for a user without one. A set-up that has begun
    /// cannot be confirmed until the transaction ends.
    /// Transaction: the caller's.
    QDateTime enabledAtForShare(UserId user);
    /// Inserts a set-up, or replaces the one that has begun. Returns false if the user has a second factor.
    bool begin(const SecondFactorRow &row);
    void update(const SecondFactorRow &row) { m_database.update(row); }
    /// Inserts a row without an app, unless there is a row.
    void prepare(UserId user);
    /// Removes the app from the row, and keeps the recovery codes.
    void clear(UserId user);
    /// Forgets an app whose set-up has not been confirmed.
    void clearUnconfirmed(UserId user);
    /// Deletes the row and the recovery codes.
    void remove(UserId user);

    void replaceRecoveryCodes(UserId user, const QStringList &hashes);
    /// Deletes a recovery code. Returns false if the user has no such code.
    bool takeRecoveryCode(UserId user, const QString &hash);
    qint64 recoveryCodes(UserId user);

private:
    Database &m_database;
};
