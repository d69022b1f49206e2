// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/database.h"

/// A user's identity at a provider. `subject` is the provider's own id of the person.
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
    QString email; ///< as the provider told it last
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
    /// Throws UniqueViolation: the identity is somebody's, or the user has one of this provider.
    void insert(const IdentityRow &identity) { m_database.insert(identity); }
    /// Was used now, and goes by `subject` from now on.
    void use(const IdentityRow &identity, const QString &subject, const QString &email, const QDateTime &now);
    /// How many there were: one or none.
    qint64 remove(UserId user, const QString &provider);

private:
    Database &m_database;
};
