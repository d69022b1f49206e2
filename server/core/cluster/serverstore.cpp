// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/serverstore.h"

#include "server/core/base/clockslack.h"
#include "server/core/db/databaseclock.h"

QDateTime ServerStore::now() { return DatabaseClock::now(m_database); }

void ServerStore::renew(const ServerIdentity &server)
{
    const QDateTime time = now();
    m_database.exec("INSERT INTO server (server_id, storage_id, address, started_at, alive_until) "
                    "VALUES (?, ?, ?, ?, ?) ON CONFLICT (server_id) DO UPDATE SET alive_until = excluded.alive_until",
                    server.serverId, server.storageId, server.address.toString(QUrl::FullyEncoded), time,
                    time.addSecs(lifetime.count()));
    // A server that died while the clock was ahead would live for as long.
    m_database.exec("UPDATE server SET alive_until = ? WHERE alive_until > ?", time.addSecs(lifetime.count()),
                    time.addSecs((lifetime + clockSlack).count()));
}

void ServerStore::remove(const QString &serverId)
{
    m_database.exec("DELETE FROM server WHERE server_id = ?", serverId);
}

void ServerStore::removeDead() { m_database.exec("DELETE FROM server WHERE alive_until < ?", now().addDays(-1)); }

int ServerStore::count()
{
    return m_database.value("SELECT count(*) FROM server WHERE alive_until >= ?", now()).toInt();
}

std::optional<QUrl> ServerStore::withStorage(const QString &storageId)
{
    if (!m_database.isPostgres())
        return std::nullopt;
    const auto row = m_database.one<ServerRow>("SELECT * FROM server WHERE storage_id = ? AND alive_until >= ? "
                                               "AND address <> '' ORDER BY alive_until DESC LIMIT 1",
                                               storageId, now());
    return row ? std::optional(QUrl(row->address)) : std::nullopt;
}
