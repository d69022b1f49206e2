// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/actions/actionflusher.h"

#include "server/insight/actions/actionjournal.h"

ActionFlusher::ActionFlusher(Database &database, ActionJournal &journal)
    : m_clock(std::chrono::seconds(1), "Cannot write actions to the database", [&] { journal.flush(database); })
{
    m_clock.callNow();
}

ActionFlusher::~ActionFlusher() { m_clock.callNow(); }
