// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/lockfile.h"

#include <QByteArrayList>

#include <memory>

/// The lasting name of a folder with media, kept in its file `storage.id`. Rows in the database name by it the folder
/// that has their files.
namespace FolderId {

/// Reads the name, or makes one. Servers that start on a shared folder at the same time agree on one name.
/// Throws: std::runtime_error when the file can be neither read nor written.
QString of(const QString &folder);
/// Returns the ID in the file `name` of a folder. Writes `id` into it if there is no such file. Servers that do so at
/// the same time agree on one ID.
/// Throws: std::runtime_error when the file can be neither read nor written.
QString kept(const QString &folder, const QString &name, const QString &id);
}

/// Reserves something for one server by a lock on a file: a data folder by the file `server.lock` in it, or a folder of
/// media.
class FolderLock
{
public:
    /// Throws: std::runtime_error, with a text for people, when another server has the folder or the file cannot be
    /// locked.
    explicit FolderLock(const QString &folder);
    /// Reserves `what`, which is a text for people.
    /// Throws: std::runtime_error, with a text for people, when another server has the file; CannotLock.
    FolderLock(const QString &lockFile, const QString &what);
    /// Reserves a folder of media by a lock on the file `name` in it. Creates the folder if there is none. Returns
    /// null, after a warning, if the file can be neither created nor locked: a server also starts with a full disk, a
    /// disk that has become read-only, or a share without locks. `what` says for people what is reserved.
    ///
    /// Throws: std::runtime_error, with a text for people, when another server has the folder, or this one may not read
    /// the file.
    static std::unique_ptr<FolderLock> ofMedia(const QString &folder, const QString &name, const QString &what);
    /// Notes the ID of this server, and returns that of the server that had the lock before. Returns an empty text if
    /// that server may still run elsewhere: the file is a copy, or the machine has been started since, and may be one.
    QString pass(const QString &serverId);

private:
    QByteArray place() const;

    LockFile m_file;
    QByteArrayList m_before; ///< the lines of the file, as the server before has left them
};
