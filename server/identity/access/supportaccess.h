// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/access/supportgrantstore.h"
#include "server/identity/audit/auditlog.h"

/// The grants by which a main user lets support staff see the account's pictures for a limited time.
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
    /// Returns the grants, newest first. Users of the account and staff may list them.
    /// Throws: Problem 404 for other callers.
    Page list(const Caller &caller, AccountId account, const PageRequest &page);
    /// Grants access and ends the active grant, if there is one. Neither other users of the account nor staff can grant
    /// access.
    /// Throws: Problem 404 for another account, 403 `main_user_required`.
    SupportGrant grant(const Caller &caller, AccountId account, const NewSupportGrant &wanted);
    /// Ends the active grant at once. Does nothing if there is none.
    /// Throws: Problem 404 for another account, 403 `main_user_required`.
    void end(const Caller &caller, AccountId account);

private:
    void endInForce(const Caller &caller, AccountId account, const QDateTime &now);

    Database &m_database;
    SupportGrantStore m_store;
    AuditLog m_audit;
};
