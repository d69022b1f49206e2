// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/storageclaim.h"

#include "server/core/db/retry.h"

#include <QHash>
#include <QThread>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
constexpr unsigned long betweenLooks = 200; // milliseconds
}

/// Names the folder in the row of this server. The row is a new one if the server was cut off for a day.
void StorageClaim::state()
{
    m_database.exec("UPDATE server SET folder_id = ? WHERE server_id = ? AND folder_id <> ?", m_folderId,
                    m_server.serverId, m_folderId);
}

/// Returns the first of the living servers with the folder that have begun before this one. Of two servers, one is
/// therefore refused, whichever looks first.
std::optional<ServerRow> StorageClaim::rival()
{
    return m_database.one<ServerRow>(
        "SELECT * FROM server WHERE folder_id = ? AND alive_until >= ? AND server_id NOT IN (?, ?) AND "
        "(started_at, server_id) < (SELECT started_at, server_id FROM server WHERE server_id = ?) "
        "ORDER BY started_at, server_id LIMIT 1",
        m_folderId, m_store.now(), m_server.serverId, m_predecessor, m_server.serverId);
}

void StorageClaim::enter()
{
    inTransaction(m_database, [this] {
        m_store.renew(m_server);
        state();
    });
}

void StorageClaim::require()
{
    QHash<QString, QDateTime> signs;
    while (const auto other = rival()) {
        const auto sign = signs.constFind(other->serverId);
        if (sign != signs.cend() && *sign < other->aliveUntil)
            refuse(*other);
        signs.insert(other->serverId, other->aliveUntil);
        QThread::msleep(betweenLooks);
        m_store.renew(m_server);
    }
}

void StorageClaim::requireStill()
{
    state();
    if (const auto other = rival())
        refuse(*other);
}

void StorageClaim::refuse(const ServerRow &rival) const
{
    throw std::runtime_error(
        u"another server on the database%1 has the storage %2 as well, by the file storage.id of its data folder. Is "
        "one of the folders a copy? Remove storage.id, media, marks and archive from the copy"_s
            .arg(rival.address.isEmpty() ? QString() : u" (%1)"_s.arg(rival.address), m_folderId)
            .toStdString());
}
