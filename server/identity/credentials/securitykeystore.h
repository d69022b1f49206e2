// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/securitykeyid.h"
#include "server/core/db/database.h"

#include <QDateTime>

class SecurityKey;

/// A security key or passkey of a user.
class SecurityKeyRow
{
    Q_GADGET
    Q_CLASSINFO("table", "security_key")
    Q_CLASSINFO("lastUsedAt.optional", "true")
    Q_PROPERTY(SecurityKeyId securityKeyId MEMBER securityKeyId)
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(QString credentialId MEMBER credentialId)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(qint64 algorithm MEMBER algorithm)
    Q_PROPERTY(QString publicKey MEMBER publicKey)
    Q_PROPERTY(qint64 signCount MEMBER signCount)
    Q_PROPERTY(bool verifiesUser MEMBER verifiesUser)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt)

public:
    /// Returns what clients see of the key.
    SecurityKey shown() const;

    SecurityKeyId securityKeyId;
    UserId userId;
    QString credentialId; ///< base64url, the authenticator's name of the key
    QString name; ///< the user's name of the key
    qint64 algorithm = 0; ///< as COSE numbers it
    QString publicKey; ///< base64url
    qint64 signCount = 0; ///< signatures that the authenticator had made when the key was used last
    bool verifiesUser = false; ///< the authenticator verified the user when it made the key
    QDateTime createdAt;
    QDateTime lastUsedAt;
};

/// The SQL of security keys.
class SecurityKeyStore
{
public:
    explicit SecurityKeyStore(Database &database)
        : m_database(database)
    {
    }

    QList<SecurityKeyRow> ofUser(UserId user);
    qint64 count(UserId user);
    std::optional<SecurityKeyRow> find(const QString &credentialId);
    /// Returns the key, locked until the transaction ends. Transaction: the caller's.
    std::optional<SecurityKeyRow> findForUpdate(SecurityKeyId key) { return m_database.lock<SecurityKeyRow>(key); }
    /// Inserts a key.
    /// Throws: UniqueViolation if the credential is there already.
    void insert(const SecurityKeyRow &row) { m_database.insert(row); }
    void update(const SecurityKeyRow &row) { m_database.update(row); }
    void remove(SecurityKeyId key);
    void removeOfUser(UserId user);
    /// Remembers a challenge until it expires. Returns false if it was used before.
    bool spend(const QString &challenge, const QDateTime &expiresAt);

private:
    Database &m_database;
};
