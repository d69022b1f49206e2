// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/times.h"
#include "server/identity/apps/trialreminder.h"

namespace {
constexpr JobKind reminders{.name = QLatin1StringView("trial_reminders"), .lane = Job::Lane::Tidy};
}

JobTable trialJobs(Database &database, EventStore &events, AppNotices &notices)
{
    return {{.kind = reminders,
             .run =
                 [&database, &events, &notices](const Job &, const std::atomic_bool &) {
                     TrialReminder(database, events, notices).remind(Times::now());
                     return std::nullopt;
                 },
             .period = std::chrono::hours(1)}};
}
