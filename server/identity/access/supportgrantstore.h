// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/supportgrant.h"
#include "server/core/db/database.h"

struct PageRequest;

/// The SQL of support's access to accounts' pictures.
class SupportGrantStore
{
public:
    explicit SupportGrantStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const SupportGrant &grant) { m_database.insert(grant); }
    std::optional<SupportGrant> inForce(AccountId account, const QDateTime &now);
    /// Newest first, one more than fits the page.
    QList<SupportGrant> list(AccountId account, const PageRequest &page);
    qint64 count(AccountId account);
    /// Whatever is in force ends; how many that were.
    qint64 end(AccountId account, const QDateTime &now);
    void countUse(AccountId account, const QDateTime &now);

private:
    Database &m_database;
};
