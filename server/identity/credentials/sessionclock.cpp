// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/sessionclock.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/identity/credentials/sessionstore.h"

#include <algorithm>

namespace {
constexpr qint64 overlap = 5; // seconds: the clocks of servers differ a little
}

SessionClock::SessionClock(Database &database)
    : m_database(database)
    , m_looked(Times::now())
    , m_clock(std::chrono::milliseconds(500), "Cannot end expired sessions", [this] { endExpired(); })
{
}

void SessionClock::endExpired()
{
    const QDateTime now = Times::now();
    SessionStore sessions(m_database);
    for (const SessionId session : sessions.expired(std::min(m_looked, now).addSecs(-overlap), now))
        inTransaction(m_database, [&] { sessions.endExpired(session, now); });
    m_looked = now;
}
