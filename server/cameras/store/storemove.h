// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/store/storeowner.h"
#include "server/core/db/database.h"

#include <QDateTime>
#include <QString>

#include <functional>

class StoredMedia;

/// Moves the files of rows from the folder of this server to the media store. An object is noted in `store_deletion`
/// before it exists. The transaction that names the store in the row takes the note back. After a crash, the move is
/// done again, or the object is deleted when its note is due.
///
/// A row comes to name an object only with the note of the attempt that has stored it. If another attempt or a deletion
/// has taken the note over, the object is theirs, and nothing is named.
class StoreMove
{
public:
    /// `job` is the name of a job that removes the moved files by removeLeft(). Without it, they stay.
    StoreMove(Database &database, StoredMedia &stored, QString job = {})
        : m_database(database)
        , m_stored(stored)
        , m_owner(database, stored)
        , m_job(std::move(job))
    {
    }

    struct File
    {
        QString key; ///< of the object
        QString path; ///< in the folder of this server
    };

    /// Removes the files that an earlier run of the job has moved.
    void removeLeft();
    /// Moves the files of one row. `name` names the store in the row, and returns false if the row is gone. It runs in
    /// a transaction. Does nothing if a file is missing or cannot be read: the row is repaired or deleted elsewhere.
    ///
    /// Throws: StoreError.
    void move(const QList<File> &files, const std::function<bool()> &name);

private:
    bool note(const QString &key, const QDateTime &due);
    bool settle(const QList<File> &files, const QDateTime &due, const std::function<bool()> &name);

    Database &m_database;
    StoredMedia &m_stored;
    StoreOwner m_owner;
    const QString m_job;
};
