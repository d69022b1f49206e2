// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/identity/audit/auditstore.h"

/// Who did what, from where and on what: written in the transaction that does it, so that neither is without the other.
class AuditLog
{
public:
    explicit AuditLog(Database &database)
        : m_database(database)
        , m_store(database)
    {
    }

    /// Inside the caller's transaction. The entry says what happened and to which account; its id and time, and the
    /// actor's name where it has none, are filled in.
    void record(AuditEntry entry);
    /// The same, with the actor and the address of who calls.
    void record(const Caller &by, AuditEntry entry);
    /// What was tried and failed: in a transaction of its own, as the request that tried it ends without one. Only so
    /// many an hour are written, from one address and in all, that a flood cannot fill the disk; the last one says
    /// `"more": true`. It takes as long for an account that is there as for one that is not.
    void recordFailedSignIn(const Caller &by, AccountId account, const QString &reason);

    /// Whether this member of staff has been told to have looked at this since then.
    bool hasLooked(UserId staff, AccountId account, const QString &object, bool pictures, const QDateTime &since);

    static constexpr qint64 failuresAnHourFromOneAddress = 100;
    static constexpr qint64 failuresAnHour = 1000;

private:
    Database &m_database;
    AuditStore m_store;
};
