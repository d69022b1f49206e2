// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/lockfile.h"

#include <memory>

class Database;

/// Reserves a media folder for the servers of one PostgreSQL database while they run. Each has a shared lock on the
/// file `media.lock`, whose text names the database as it runs: a copy of the database, such as a dump that was
/// restored beside it, is another one. Only a server that is alone with the folder, and has it locked exclusively,
/// replaces the name. With SQLite, which has one server, FolderLock::ofMedia() locks the same file exclusively.
class MediaShare
{
public:
    /// Waits a moment for servers that are starting too. Returns null, after a warning, like FolderLock::ofMedia().
    ///
    /// Throws: std::runtime_error, with a text for people, when servers of another database have the folder.
    static std::unique_ptr<MediaShare> of(const QString &folder, Database &database);
    Q_DISABLE_COPY_MOVE(MediaShare)

private:
    MediaShare(const QString &folder, const QString &nameOfDatabase);
    bool take(const QByteArray &name);
    bool rename(const QByteArray &name);

    const QString m_folder;
    LockFile m_file;
};
