// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/database.h"

/// What is gone from the bin for good, so that who wants it back is told, for a year.
class PurgedStore
{
public:
    explicit PurgedStore(Database &database)
        : m_database(database)
    {
    }

    void note(AccountId account, const QString &object, const QDateTime &now);
    /// Of a device that is about to go: it, and whatever goes with it.
    void noteDevice(DeviceId device, const QDateTime &now);
    /// Throws Problem 410 `purged` if it was of this account, and is gone.
    void require(AccountId account, const QString &object);
    void forgetOld(const QDateTime &now);

private:
    Database &m_database;
};
