// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/trialclock.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/identity/credentials/opengrants.h"
#include "server/identity/credentials/sessionstore.h"

TrialClock::TrialClock(Database &database)
    : m_database(database)
    , m_clock(std::chrono::milliseconds(500), "Cannot end trials", [this] { endTrials(); })
{
}

void TrialClock::endTrials()
{
    const QDateTime now = Times::now();
    SessionStore sessions(m_database);
    for (const AppId app : sessions.endedTrials(now))
        inTransaction(m_database, [&] {
            OpenGrants(m_database).removeOfApp(app);
            sessions.endAllOfApp(app, now);
        });
}
