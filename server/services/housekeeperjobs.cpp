// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/services.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/jobstore.h"
#include "server/core/limits/idempotency.h"
#include "server/identity/accounts/codestore.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/apps/usagestore.h"
#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/browsersessionstore.h"
#include "server/identity/credentials/knowndevices.h"
#include "server/identity/credentials/sessionstore.h"
#include "server/identity/credentials/signinbackoff.h"
#include "server/identity/credentials/signinchallengestore.h"
#include "server/identity/credentials/signintokenstore.h"
#include "server/identity/federation/identitystore.h"
#include "server/identity/oauth/authorizationcodes.h"
#include "server/identity/oauth/deviceauthorizations.h"
#include "server/insight/actions/actionstore.h"
#include "server/insight/faces/facejobstore.h"
#include "server/insight/modes/modestore.h"
#include "server/insight/modes/nearmissstore.h"

namespace {
constexpr JobKind housekeeping{.name = QLatin1StringView("housekeeping"), .lane = Job::Lane::Tidy};
constexpr int daysOfEvents = 7;
constexpr int daysOfActions = 400;
constexpr int daysOfUsage = 400; // a month can be compared with the same month of the year before
constexpr int daysOfFailedJobs = 7;
constexpr int daysOfNearMisses = 1;
constexpr int daysOfUnusedModes = 1; // a mark that is not stored yet may refer to a version

void tidy(Database &database, const QDateTime &now)
{
    SessionStore(database).removeExpired(now);
    SignInTokenStore(database).removeExpired(now);
    SignInChallengeStore(database).removeExpired(now);
    BrowserSessionStore(database).removeExpired(now);
    AppStore(database).removeExpiredKeys(now);
    CodeStore(database).removeExpired(now);
    AuthorizationCodes(database).removeExpired(now);
    AppTokens(database, {}).removeExpired(now);
    DeviceAuthorizations::removeExpired(database, now);
    IdentityStore(database).removeExpiredProofs(now);
    KnownDevices(database).removeOld(now);
    SignInBackoff::removeOld(database, now);
    Idempotency::removeOld(database, now);
    UsageStore(database).removeBefore(now.date().addDays(-daysOfUsage));
    FaceJobStore(database).removeBefore(now.addDays(-1));
    ActionStore(database).removeBefore(now.addDays(-daysOfActions));
    NearMissStore(database).removeBefore(now.addDays(-daysOfNearMisses));
    ModeStore(database).removeUnusedVersions(now.addDays(-daysOfUnusedModes));
    EventStore(database, {}).removeBefore(now.addDays(-daysOfEvents));
    JobStore(database).removeFailedBefore(now.addDays(-daysOfFailedJobs));
}
}

JobTable housekeeperJobs(Database &database)
{
    return {{.kind = housekeeping,
             .run =
                 [&database](const Job &, const std::atomic_bool &) {
                     tidy(database, Times::now());
                     return std::nullopt;
                 },
             .period = std::chrono::hours(1)}};
}
