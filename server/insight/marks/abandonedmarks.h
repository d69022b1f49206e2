// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/serverstore.h"
#include "server/insight/marks/markstore.h"

class EventStore;

/// Closes marks whose server process has ended without closing them. Their end is set to the time of their last update,
/// because no server observes the actual end.
class AbandonedMarks
{
public:
    AbandonedMarks(Database &database, EventStore &events, const ServerIdentity &server)
        : m_database(database)
        , m_store(database)
        , m_servers(database)
        , m_events(events)
        , m_server(server)
    {
    }

    /// Closes all such marks of all servers.
    ///
    /// Transaction: begins its own.
    void close();

private:
    void close(DeviceMark &mark);

    Database &m_database;
    MarkStore m_store;
    ServerStore m_servers;
    EventStore &m_events;
    const ServerIdentity &m_server;
};
