// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/supportgrant.h"
#include "server/core/db/database.h"

struct PageRequest;

/// The SQL of support grants.
class SupportGrantStore
{
public:
    explicit SupportGrantStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const SupportGrant &grant) { m_database.insert(grant); }
    /// Returns the active grant, if there is one.
    std::optional<SupportGrant> inForce(AccountId account, const QDateTime &now);
    /// Returns grants, newest first, one row more than the page.
    QList<SupportGrant> list(AccountId account, const PageRequest &page);
    qint64 count(AccountId account);
    /// Ends the active grant. Returns the number of grants ended.
    qint64 end(AccountId account, const QDateTime &now);
    /// Counts a use of the active grant.
    void countUse(AccountId account, const QDateTime &now);

private:
    Database &m_database;
};
