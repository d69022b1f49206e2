// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/sharing/shareclock.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"

#include <chrono>

namespace {
constexpr auto betweenLooks = std::chrono::milliseconds(500);
}

ShareClock::ShareClock(Database &database, const EventOutlet &outlet)
    : m_database(database)
    , m_events(database, outlet)
    , m_store(database)
    , m_book(database, m_events)
{
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { endExpired(); });
    m_clock.start(betweenLooks);
}

void ShareClock::endExpired()
{
    try {
        const QDateTime now = Times::now();
        if (!m_store.hasExpired(now)) // most times: without a transaction, which would hold up whoever writes
            return;
        inTransaction(m_database, [&] {
            for (const Share &share : m_store.expired(now))
                m_book.end({}, share, ShareBook::Ending::Expired);
        });
    } catch (const std::exception &error) {
        qWarning("Shares whose time is over wait: %s", error.what());
    }
}
