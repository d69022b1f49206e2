// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/housekeeper.h"

#include "models/times.h"
#include "server/accounts/codestore.h"
#include "server/actions/actionstore.h"
#include "server/apps/appstore.h"
#include "server/apps/trialreminder.h"
#include "server/auth/apptokens.h"
#include "server/auth/browsersessionstore.h"
#include "server/auth/knowndevices.h"
#include "server/auth/sessionstore.h"
#include "server/auth/signinbackoff.h"
#include "server/auth/signintokenstore.h"
#include "server/events/eventstore.h"
#include "server/faces/facejobstore.h"
#include "server/limits/idempotency.h"
#include "server/limits/usagestore.h"
#include "server/oauth/authorizationcodes.h"

#include <chrono>

namespace {
constexpr auto betweenRounds = std::chrono::hours(1);
constexpr int daysOfEvents = 7;
constexpr int daysOfActions = 400;
constexpr int daysOfUsage = 400; // a year can be held against the one before
}

Housekeeper::Housekeeper(Database &database, const ServerKey &key, std::function<void()> mailQueued)
    : m_database(database)
    , m_mails(database, key, std::move(mailQueued))
{
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { tidy(); });
    m_clock.start(betweenRounds);
    tidy();
}

void Housekeeper::tidy()
{
    const QDateTime now = Times::now();
    try {
        SessionStore(m_database).removeExpired(now);
        SignInTokenStore(m_database).removeExpired(now);
        BrowserSessionStore(m_database).removeExpired(now);
        AppStore(m_database).removeExpiredKeys(now);
        CodeStore(m_database).removeExpired(now);
        AuthorizationCodes(m_database).removeExpired(now);
        AppTokens(m_database, {}).removeExpired(now);
        KnownDevices(m_database).removeOld(now);
        TrialReminder(m_database, m_mails).remind(now);
        SignInBackoff::removeOld(m_database, now);
        Idempotency::removeOld(m_database, now);
        UsageStore(m_database).removeBefore(now.date().addDays(-daysOfUsage));
        FaceJobStore(m_database).removeBefore(now.addDays(-1));
        ActionStore(m_database).removeBefore(now.addDays(-daysOfActions));
        EventStore(m_database, [] {}).removeBefore(now.addDays(-daysOfEvents));
    } catch (const std::exception &error) {
        qWarning("Tidying up waits: %s", error.what());
    }
}
