// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/database.h"

/// A user's identity at a provider. `subject` is the provider's ID of the person.
class IdentityRow
{
    Q_GADGET
    Q_CLASSINFO("table", "identity")
    Q_PROPERTY(QString provider MEMBER provider)
    Q_PROPERTY(QString subject MEMBER subject)
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(QString email MEMBER email)
    Q_PROPERTY(QDateTime linkedAt MEMBER linkedAt)
    Q_PROPERTY(QDateTime usedAt MEMBER usedAt)

public:
    QString provider;
    QString subject;
    UserId userId;
    QString email; ///< the address that the provider gave last
    QDateTime linkedAt;
    QDateTime usedAt;
};

/// The SQL of identities.
class IdentityStore
{
public:
    explicit IdentityStore(Database &database)
        : m_database(database)
    {
    }

    std::optional<IdentityRow> find(const QString &provider, const QString &subject);
    QList<IdentityRow> ofUser(UserId user);
    /// Inserts an identity.
    /// Throws: UniqueViolation if the identity is linked already, or the user has one of this provider.
    void insert(const IdentityRow &identity) { m_database.insert(identity); }
    /// Updates the identity after a use: its subject, its address and the time. Returns false if it has been unlinked.
    bool use(const IdentityRow &identity, const QString &subject, const QString &email, const QDateTime &now);
    /// Removes the user's identity of the provider. Returns the number of rows removed, one or none.
    qint64 remove(UserId user, const QString &provider);
    /// Remembers that the user has unlinked an identity of the provider, until they link one again.
    void noteUnlinked(UserId user, const QString &provider, const QDateTime &now);
    void forgetUnlinked(UserId user, const QString &provider);
    bool wasUnlinked(UserId user, const QString &provider);
    /// Remembers a proof until it expires. Returns false if it was used before.
    bool spend(const QString &provider, const QString &proof, const QDateTime &expiresAt);
    void removeExpiredProofs(const QDateTime &now);

private:
    Database &m_database;
};
