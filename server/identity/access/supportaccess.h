// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/access/supportgrantstore.h"
#include "server/identity/audit/auditlog.h"

/// The main user lets support look at the account's pictures, and ends it.
class SupportAccess
{
public:
    explicit SupportAccess(Database &database)
        : m_database(database)
        , m_store(database)
        , m_audit(database)
    {
    }

    struct Page
    {
        QList<SupportGrant> grants;
        std::optional<qint64> total;
    };
    /// For the account's users and for staff.
    Page list(const Caller &caller, AccountId account, const PageRequest &page);
    /// In place of the one in force, if there is one. Throws Problem 403 `main_user_required`.
    SupportGrant grant(const Caller &caller, AccountId account, const NewSupportGrant &wanted);
    /// At once; nothing to end is no error. Throws Problem 403 `main_user_required`.
    void end(const Caller &caller, AccountId account);

private:
    void endInForce(const Caller &caller, AccountId account, const QDateTime &now);

    Database &m_database;
    SupportGrantStore m_store;
    AuditLog m_audit;
};
