// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/serverstore.h"
#include "server/insight/marks/markstore.h"

class EventStore;

/// Closes marks whose server ended without closing them, in whichever process it ran. Nobody watches for their end any
/// more; the time of their last update is the best that is known of it.
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

    /// Transaction: begins one.
    void close();

private:
    void close(DeviceMark &mark);

    Database &m_database;
    MarkStore m_store;
    ServerStore m_servers;
    EventStore &m_events;
    const ServerIdentity &m_server;
};
