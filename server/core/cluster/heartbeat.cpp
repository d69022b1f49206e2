// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/heartbeat.h"

Heartbeat::Heartbeat(Database &database, ServerIdentity server)
    : m_database(database)
    , m_store(database)
    , m_server(std::move(server))
{
    if (!m_database.isPostgres())
        return;
    m_store.removeDead();
    m_store.renew(m_server);
    m_clock.emplace(std::chrono::seconds(1), "Cannot give the other servers a sign of life",
                    [this] { m_store.renew(m_server); });
}

Heartbeat::~Heartbeat()
{
    if (!m_database.isPostgres())
        return;
    try {
        m_store.remove(m_server.serverId);
    } catch (const std::exception &error) {
        qWarning("Other servers take over in a few seconds: %s", error.what());
    }
}
