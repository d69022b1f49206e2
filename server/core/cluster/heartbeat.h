// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/periodic.h"
#include "server/core/cluster/serverstore.h"

#include <optional>

/// Keeps this server's row in the database alive, from construction to destruction. Without a sign of life for
/// ServerStore::lifetime other servers take over what this one held, so nothing slow may share its thread.
///
/// Thread: its own.
class Heartbeat
{
public:
    /// Throws: DatabaseError when the first sign of life cannot be given.
    Heartbeat(Database &database, ServerIdentity server);
    ~Heartbeat();
    Q_DISABLE_COPY_MOVE(Heartbeat)

private:
    Database &m_database;
    ServerStore m_store;
    ServerIdentity m_server;
    std::optional<Periodic> m_clock; ///< empty: SQLite, which has one server
};
