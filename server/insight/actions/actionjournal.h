// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/action.h"

#include <QFile>
#include <QList>

#include <mutex>

class Database;

/// Records actions faster than a database can commit. Each action is appended to a file at once, so that a crash of the
/// process does not lose it. flush() moves the actions to the database, many in one transaction.
///
/// Thread: any; all threads of a server share one journal.
class ActionJournal
{
public:
    /// Opens `file`, and reads the actions that a crashed process has left in it.
    ///
    /// Throws: std::runtime_error if the file cannot be written.
    explicit ActionJournal(const QString &file);

    /// Adds actions within microseconds.
    ///
    /// Throws: 503 `busy` if too many actions wait for the database; 503 `storage_full` if the file cannot be written.
    void add(const QList<Action> &actions);
    /// Writes all pending actions to the database, oldest first. `database` must belong to the calling thread.
    void flush(Database &database);

private:
    void readBack();

    std::mutex m_lock; ///< protects m_file and m_pending
    std::mutex m_flushing; ///< serializes flushes; locked before m_lock
    QFile m_file;
    QList<Action> m_pending;
};
