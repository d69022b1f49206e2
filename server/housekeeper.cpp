// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/housekeeper.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/limits/idempotency.h"
#include "server/identity/accounts/codestore.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/apps/trialreminder.h"
#include "server/identity/apps/usagestore.h"
#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/browsersessionstore.h"
#include "server/identity/credentials/knowndevices.h"
#include "server/identity/credentials/sessionstore.h"
#include "server/identity/credentials/signinbackoff.h"
#include "server/identity/credentials/signintokenstore.h"
#include "server/identity/oauth/authorizationcodes.h"
#include "server/insight/actions/actionstore.h"
#include "server/insight/faces/facejobstore.h"

#include <chrono>

namespace {
constexpr auto betweenRounds = std::chrono::hours(1);
constexpr int daysOfEvents = 7;
constexpr int daysOfActions = 400;
constexpr int daysOfUsage = 400; // a year can be held against the one before
}

Housekeeper::Housekeeper(Database &database, const ServerKey &key, std::function<void()> mailQueued,
                         const EventOutlet &outlet)
    : m_database(database)
    , m_mails(database, key, std::move(mailQueued))
    , m_notices(database, m_mails)
    , m_events(database, outlet)
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
        TrialReminder(m_database, m_events, m_notices).remind(now);
        SignInBackoff::removeOld(m_database, now);
        Idempotency::removeOld(m_database, now);
        UsageStore(m_database).removeBefore(now.date().addDays(-daysOfUsage));
        FaceJobStore(m_database).removeBefore(now.addDays(-1));
        ActionStore(m_database).removeBefore(now.addDays(-daysOfActions));
        m_events.removeBefore(now.addDays(-daysOfEvents));
    } catch (const std::exception &error) {
        qWarning("Tidying up waits: %s", error.what());
    }
}
