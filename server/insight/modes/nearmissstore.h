// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/modenearmiss.h"
#include "server/core/db/database.h"

struct PageRequest;

/// The filters of a list of near misses.
struct NearMissQuery
{
    AccountId account;
    DeviceModeId mode;
    DeviceId device = {}; ///< null: all
    QDateTime from = {}; ///< invalid: no limit
    QDateTime to = {}; ///< exclusive; invalid: no limit
};

/// The SQL of near misses.
class NearMissStore
{
public:
    explicit NearMissStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds a near miss, and removes the oldest of this camera and mode beyond `most`. A near miss of a device or mode
    /// that is gone is ignored.
    ///
    /// Transaction: the caller's.
    void add(const ModeNearMiss &miss);
    /// Returns a page of near misses, newest first.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QList<ModeNearMiss> list(const NearMissQuery &query, const PageRequest &page);
    qint64 count(const NearMissQuery &query);
    bool ownsDevice(AccountId account, DeviceId device);
    void removeBefore(const QDateTime &time);

    static constexpr int most = 500; ///< of a camera and mode

private:
    Database &m_database;
};
