// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/periodic.h"

class ActionJournal;
class Database;

/// Flushes an ActionJournal to the database every second, and in its destructor.
///
/// Thread: that of its database.
class ActionFlusher
{
public:
    ActionFlusher(Database &database, ActionJournal &journal);
    ~ActionFlusher();
    Q_DISABLE_COPY_MOVE(ActionFlusher)

private:
    Periodic m_clock;
};
