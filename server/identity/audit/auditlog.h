// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"
#include "server/core/http/caller.h"
#include "server/identity/audit/auditstore.h"

/// Records who did what, from where and to which object. An entry is written in the transaction of its action, so that
/// neither exists without the other.
class AuditLog
{
public:
    explicit AuditLog(Database &database)
        : m_database(database)
        , m_store(database)
    {
    }

    /// Records an entry with its action and account. Sets the ID and the time, and the actor's name if it is empty.
    /// Transaction: the caller's.
    void record(AuditEntry entry);
    /// Records an entry with the caller as actor, and the caller's address.
    /// Transaction: the caller's.
    void record(const Caller &by, AuditEntry entry);
    /// Records a failed sign-in in a transaction of its own, because the request that failed commits none. The number
    /// of entries per hour is limited, per address and in all, so that a flood of attempts cannot fill the disk; the
    /// last entry contains `"more": true`. The call takes equally long for existing and unknown accounts.
    void recordFailedSignIn(const Caller &by, AccountId account, const QString &reason);

    /// Returns whether the log contains a look of this member of staff at the object since that time.
    bool hasLooked(UserId staff, AccountId account, const QString &object, bool pictures, const QDateTime &since);

    static constexpr qint64 failuresAnHourFromOneAddress = 100;
    static constexpr qint64 failuresAnHour = 1000;

private:
    Database &m_database;
    AuditStore m_store;
};

/// Returns `{"fields": […]}` with the names of the changed columns. The values are left out.
template <typename T>
QJsonObject changedFields(const T &before, const T &after)
{
    QJsonArray names;
    for (const auto &field : Resource::fieldsOf(T::staticMetaObject).all) {
        if (field.stored && !field.readOnly && Resource::toSql(field, &before) != Resource::toSql(field, &after))
            names.append(QString::fromLatin1(field.name));
    }
    return {{QStringLiteral("fields"), names}};
}
