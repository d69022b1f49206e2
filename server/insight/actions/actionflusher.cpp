// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/actions/actionflusher.h"

#include "server/insight/actions/actionjournal.h"

#include <chrono>

namespace {
constexpr auto interval = std::chrono::seconds(1);
}

ActionFlusher::ActionFlusher(Database &database, ActionJournal &journal)
    : m_database(database)
    , m_journal(journal)
{
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { flush(); });
    m_clock.start(interval);
    flush();
}

ActionFlusher::~ActionFlusher() { flush(); }

void ActionFlusher::flush()
{
    try {
        m_journal.flush(m_database);
    } catch (const std::exception &error) {
        qWarning("Cannot write actions to the database, retrying: %s", error.what());
    }
}
