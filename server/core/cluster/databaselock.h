// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/folderlock.h"

/// Reserves the file of a SQLite database for one server, by two locks. One is on the file `<name>-lock` beside it,
/// which also keeps the name: SQLite has its log beside the name, and somebody may put another file there. The other is
/// on a byte of the database itself, far behind its end and those that SQLite locks. So it is found under any name, as
/// after a rename, or if the file is mounted at two places. No other file of a data folder ends in `-lock`.
class DatabaseLock
{
public:
    /// Creates the file, which is an empty database, if there is none.
    ///
    /// Throws: std::runtime_error, with a text for people, when another server has the file or the file beside it
    /// cannot be locked; as requireOneName().
    explicit DatabaseLock(const QString &file);
    ~DatabaseLock();
    Q_DISABLE_COPY_MOVE(DatabaseLock)

    /// Does nothing if there is no such file.
    ///
    /// Throws: std::runtime_error, with a text for people, when there are hard links to the file. SQLite has a log of
    /// its own for each of its names, so that two programs damage it, and changes in the log of another name are lost.
    static void requireOneName(const QString &file);

private:
    const FolderLock m_beside;
    int m_file = -1; ///< the descriptor whose byte is locked; -1: the system does not lock it
};
