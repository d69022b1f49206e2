// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/serverstore.h"

/// Makes sure that no other server that is alive has a data folder of the same name. A data folder that was copied,
/// with the machine or alone, has the name of the original in its file `storage.id`: each of the two servers would take
/// the other's files for its own, and drop the rows of those that it misses. In a media folder that servers share, both
/// would write into the rings of that name.
///
/// Thread: that of its database, which is PostgreSQL.
class StorageClaim
{
public:
    /// `folderId` is the name of the data folder: see FolderId. `predecessor` is the server that had the same folder
    /// before and has ended: see FolderLock. Its row may still count as alive.
    StorageClaim(Database &database, ServerIdentity server, QString folderId, QString predecessor)
        : m_database(database)
        , m_store(database)
        , m_server(std::move(server))
        , m_folderId(std::move(folderId))
        , m_predecessor(std::move(predecessor))
    {
    }

    /// Gives the first sign of life, with the name of the folder.
    void enter();
    /// Waits until every other server with the folder has ended, or has given a sign of life. Keeps the row of this
    /// server alive meanwhile.
    ///
    /// Throws: std::runtime_error with a text for users.
    void require();
    /// Throws: std::runtime_error if another server with the folder is alive and has begun before this one, as after
    /// it was cut off from the database for a while.
    void requireStill();

private:
    void state();
    std::optional<ServerRow> rival();
    [[noreturn]] void refuse(const ServerRow &rival) const;

    Database &m_database;
    ServerStore m_store;
    const ServerIdentity m_server;
    const QString m_folderId;
    const QString m_predecessor;
};
