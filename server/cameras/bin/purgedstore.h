// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/database.h"

/// Records the ids of permanently deleted items for one year, so that a request to restore an item gets the answer 410
/// `purged` instead of 404.
class PurgedStore
{
public:
    explicit PurgedStore(Database &database)
        : m_database(database)
    {
    }

    /// Records an item. `object` is its id.
    void note(AccountId account, const QString &object, const QDateTime &now);
    /// Records a device, its marks, and its photos and videos. Call it before the rows are deleted.
    void noteDevice(DeviceId device, const QDateTime &now);
    /// Throws: 410 `purged` if the item belonged to the account and was permanently deleted.
    void require(AccountId account, const QString &object);
    /// Deletes the records that are older than one year.
    void forgetOld(const QDateTime &now);

private:
    Database &m_database;
};
