// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

class ActionJournal;
class Database;

/// Carries what an ActionJournal holds into the database every second, and once more at its end. It lives on the thread
/// of its database.
class ActionFlusher
{
public:
    ActionFlusher(Database &database, ActionJournal &journal);
    ~ActionFlusher();
    Q_DISABLE_COPY_MOVE(ActionFlusher)

private:
    void flush();

    Database &m_database;
    ActionJournal &m_journal;
    QTimer m_clock;
};
