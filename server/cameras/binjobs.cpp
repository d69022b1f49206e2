// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/binkeeper.h"

#include "server/core/base/strayfiles.h"

namespace {
constexpr JobKind bin{.name = QLatin1StringView("bin"), .lane = Job::Lane::Tidy};
constexpr JobKind strayFiles{.name = QLatin1StringView("archive_files"), .lane = Job::Lane::Tidy};
}

JobTable binJobs(Database &database, const BinKeeper::Folders &folders, const QDateTime &strayBefore,
                 const EventOutlet &outlet)
{
    const auto keeper = std::make_shared<BinKeeper>(database, folders, outlet);
    return {{.kind = bin,
             .run =
                 [keeper](const Job &, const std::atomic_bool &stopping) {
                     keeper->emptyBin(stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::minutes(10)},
            {.kind = strayFiles,
             .run =
                 [keeper, strayBefore](const Job &, const std::atomic_bool &stopping) {
                     keeper->removeStrayFiles(StrayFiles::before(strayBefore), stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::hours(24),
             .everyServer = true}};
}
