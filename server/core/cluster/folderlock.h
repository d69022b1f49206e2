// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

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

/// Reserves a data folder for one server, by a lock on the file `server.lock` in it; the file of a SQLite database, by
/// a lock on the file `<name>-lock` beside it; or a folder of media. No other file of a data folder ends in `-lock`.
/// The kernel releases the lock when the process ends, however it ends, so a lock is never stale.
class FolderLock
{
public:
    /// Throws: std::runtime_error, with a text for people, when another server has the folder or the file cannot be
    /// locked.
    explicit FolderLock(const QString &folder);
    /// Reserves the file of a SQLite database, whichever of its names is given. Creates the file if there is none.
    ///
    /// Throws: as the constructor, and as requireOneName().
    static std::unique_ptr<FolderLock> ofDatabase(const QString &file);
    /// Reserves a folder of media by a lock on the file `name` in it. Creates the folder if there is none. Returns
    /// null, after a warning, if the file can be neither written to nor locked: a server also starts with a full disk,
    /// a disk that has become read-only, or a share without locks. `what` says for people what is reserved.
    ///
    /// Throws: std::runtime_error, with a text for people, when another server has the folder.
    static std::unique_ptr<FolderLock> ofMedia(const QString &folder, const QString &name, const QString &what);
    /// Does nothing if there is no such file.
    ///
    /// Throws: std::runtime_error, with a text for people, when there are hard links to the file of a SQLite database.
    /// SQLite has a log of its own for each of its names, so that two programs damage it, and changes in the log of
    /// another name are lost. No lock beside the file can tell, because the names may be in different folders.
    static void requireOneName(const QString &database);
    /// Notes the ID of this server, and returns that of the server that had the lock before. Returns an empty text if
    /// that server may still run elsewhere: the file is a copy, or the machine has been started since, and may be one.
    QString pass(const QString &serverId);
    Q_DISABLE_COPY_MOVE(FolderLock)

private:
    /// `what`: says for people what is reserved.
    FolderLock(const QString &lockFile, const QString &what);
    bool take(QFile::OpenMode mode, const QString &what);
    QByteArray place() const;

    QFile m_file;
    QByteArrayList m_before; ///< the lines of the file, as the server before has left them
};
