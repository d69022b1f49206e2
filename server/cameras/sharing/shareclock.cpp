// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/sharing/shareclock.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"

ShareClock::ShareClock(Database &database, const EventOutlet &outlet)
    : m_database(database)
    , m_events(database, outlet)
    , m_store(database)
    , m_book(database, m_events)
    , m_clock(std::chrono::milliseconds(500), "Cannot end expired shares", [this] { endExpired(); })
{
}

void ShareClock::endExpired()
{
    const QDateTime now = Times::now();
    if (!m_store.hasExpired(now)) // the usual case needs no transaction, which would delay writers
        return;
    inTransaction(m_database, [&] {
        for (const Share &share : m_store.expired(now))
            m_book.end({}, share, ShareBook::Ending::Expired);
    });
}
