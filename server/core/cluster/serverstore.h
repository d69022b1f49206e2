// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <QString>
#include <QUrl>

#include <chrono>

/// What a server is to the others on its database.
struct ServerIdentity
{
    QString serverId; ///< of this process; owns leases, and is another one after each start
    QString storageId; ///< of the folder that has its marks and archive: servers that share the folder share the id
    QUrl address = {}; ///< where other servers reach it; empty: nowhere
};

/// A server on this database.
class ServerRow
{
    Q_GADGET
    Q_CLASSINFO("table", "server")
    Q_PROPERTY(QString serverId MEMBER serverId)
    Q_PROPERTY(QString storageId MEMBER storageId)
    Q_PROPERTY(QString address MEMBER address)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt)
    Q_PROPERTY(QDateTime aliveUntil MEMBER aliveUntil)

public:
    QString serverId;
    QString storageId;
    QString address;
    QDateTime startedAt;
    QDateTime aliveUntil;
};

/// The SQL of the table of servers. A SQLite file has one server, which needs no row.
class ServerStore
{
public:
    /// How long a server counts as alive after its last sign of life. A killed one is missed as late as that.
    static constexpr std::chrono::seconds lifetime{5};

    explicit ServerStore(Database &database)
        : m_database(database)
    {
    }

    /// Returns the time of the database's clock on PostgreSQL, as the clocks of several servers differ.
    QDateTime now();
    /// Gives a sign of life.
    void renew(const ServerIdentity &server);
    void remove(const QString &serverId);
    /// Removes the rows of servers that ended without doing so, once nothing asks for them any more.
    void removeDead();
    /// Returns the number of servers that are alive.
    int count();
    /// Returns the address of a server that is alive, has this storage and advertises an address. Nothing on SQLite.
    std::optional<QUrl> withStorage(const QString &storageId);

private:
    Database &m_database;
};
