// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/trialclock.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/identity/credentials/sessionstore.h"

#include <chrono>

namespace {
constexpr auto interval = std::chrono::milliseconds(500);
}

TrialClock::TrialClock(Database &database)
    : m_database(database)
{
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { endTrials(); });
    m_clock.start(interval);
}

void TrialClock::endTrials()
{
    try {
        const QDateTime now = Times::now();
        SessionStore sessions(m_database);
        for (const AppId app : sessions.endedTrials(now))
            inTransaction(m_database, [&] { sessions.endAllOfApp(app, now); });
    } catch (const std::exception &error) {
        qWarning("Cannot end trials, retrying: %s", error.what());
    }
}
