// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/heartbeat.h"

#include <QCoreApplication>

Heartbeat::Heartbeat(Database &database, ServerIdentity server, StorageClaim claim)
    : m_database(database)
    , m_store(database)
    , m_server(std::move(server))
    , m_claim(std::move(claim))
{
    if (!m_database.isPostgres())
        return;
    m_store.removeDead();
    m_claim->enter();
    try {
        m_claim->require();
    } catch (const std::exception &) {
        m_store.remove(m_server.serverId);
        throw;
    }
    m_clock.emplace(std::chrono::seconds(1), "Cannot give the other servers a sign of life", [this] { give(); });
}

void Heartbeat::give()
{
    m_store.renew(m_server);
    if (!m_claim)
        return;
    try {
        m_claim->requireStill();
    } catch (const DatabaseError &) {
        throw;
    } catch (const std::runtime_error &error) {
        qCritical("The server ends: %s", error.what());
        m_claim.reset();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
    }
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
