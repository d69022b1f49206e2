// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/action.h"

#include <QFile>
#include <QList>

#include <mutex>

class Database;

/// Takes down actions faster than a database commits: a line in a file at once, which a crash of the program does not
/// lose, and then many rows in one transaction. One for all threads of a server.
class ActionJournal
{
public:
    /// `file` is kept while there is something in it that the database does not have. Throws std::runtime_error when
    /// it cannot be written.
    explicit ActionJournal(const QString &file);

    /// From any thread; takes microseconds. Throws Problem 503 while the database is so far behind that there are too
    /// many already.
    void add(const QList<Action> &actions);
    /// What is not in the database yet goes there; from any thread, with a connection of its own. What a server that
    /// crashed has left in the file comes first.
    void flush(Database &database);

private:
    void readBack();

    std::mutex m_lock; ///< of all below
    std::mutex m_flushing; ///< held for one flush at a time; taken before m_lock
    QFile m_file;
    QList<Action> m_pending;
};
