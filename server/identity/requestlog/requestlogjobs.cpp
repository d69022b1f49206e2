// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/identity/requestlog/requestlog.h"

namespace {
constexpr JobKind purging{.name = QLatin1StringView("request_log"), .lane = Job::Lane::Tidy};
constexpr int daysOfCalls = 7;
constexpr qint64 mostOfAnApp = 50'000;
}

JobTable requestLogJobs(Database &database)
{
    return {{.kind = purging,
             .run =
                 [&database](const Job &, const std::atomic_bool &stopping) {
                     CallStore(database).purge(Times::now().addDays(-daysOfCalls), mostOfAnApp, stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::minutes(5)}}; // an app can make that many calls in five minutes
}
