// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/zone.h"
#include "server/core/db/database.h"

/// The SQL of zones.
class ZoneStore
{
public:
    explicit ZoneStore(Database &database)
        : m_database(database)
    {
    }

    QList<Zone> ofDevice(DeviceId device);
    std::optional<Zone> find(ZoneId zone);
    /// Returns a zone of a device of the account.
    std::optional<Zone> find(AccountId account, ZoneId zone);
    void insert(const Zone &zone) { m_database.insert(zone); }
    void update(const Zone &zone) { m_database.update(zone); }
    void remove(ZoneId zone);

private:
    Database &m_database;
};
