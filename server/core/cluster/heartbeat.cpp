// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/heartbeat.h"

namespace {
constexpr auto interval = std::chrono::seconds(1);
}

Heartbeat::Heartbeat(Database &database, ServerIdentity server)
    : m_database(database)
    , m_store(database)
    , m_server(std::move(server))
{
    if (!m_database.isPostgres())
        return;
    m_store.removeDead();
    m_store.renew(m_server);
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { beat(); });
    m_clock.start(interval);
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

void Heartbeat::beat()
{
    try {
        m_store.renew(m_server);
    } catch (const std::exception &error) {
        qWarning("No sign of life can be given to the other servers: %s", error.what());
    }
}
