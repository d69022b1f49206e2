// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/billing/plankeeper.h"

namespace {
constexpr JobKind plans{.name = QLatin1StringView("plans"), .lane = Job::Lane::Tidy};
}

JobTable planJobs(Database &database, const EventOutlet &outlet, const QList<Retained *> &retained)
{
    const auto keeper = std::make_shared<PlanKeeper>(database, outlet, retained);
    return {{.kind = plans,
             .run =
                 [keeper](const Job &, const std::atomic_bool &stopping) {
                     keeper->keep(stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::minutes(10)}};
}
