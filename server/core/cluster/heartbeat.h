// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/periodic.h"
#include "server/core/cluster/serverstore.h"
#include "server/core/cluster/storageclaim.h"

#include <optional>

/// Keeps this server's row in the database alive, from construction to destruction. Without a sign of life for
/// ServerStore::lifetime other servers take over what this one held, so nothing slow may share its thread.
///
/// Thread: its own.
class Heartbeat
{
public:
    /// `claim` is called once, and then after each sign of life. Once the data folder is not its own any more, the
    /// process ends, before it takes files for lost that it never had.
    ///
    /// Throws: DatabaseError when the first sign of life cannot be given; like StorageClaim::require().
    Heartbeat(Database &database, ServerIdentity server, StorageClaim claim);
    ~Heartbeat();
    Q_DISABLE_COPY_MOVE(Heartbeat)

private:
    void give();

    Database &m_database;
    ServerStore m_store;
    ServerIdentity m_server;
    std::optional<StorageClaim> m_claim; ///< empty: the process ends
    std::optional<Periodic> m_clock; ///< empty: SQLite, which has one server
};
