// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/binkeeper.h"

namespace {
constexpr JobKind bin{.name = QLatin1StringView("bin"), .lane = Job::Lane::Tidy};
constexpr JobKind strayFiles{.name = QLatin1StringView("archive_files"), .lane = Job::Lane::Tidy};
}

JobTable binJobs(Database &database, const BinKeeper::Folders &folders, const QString &storageId,
                 const EventOutlet &outlet)
{
    const StrayFiles::Place place{storageId, QStringLiteral("archive"), folders.archive};
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
                 [keeper, &database, place](const Job &, const std::atomic_bool &stopping) {
                     StrayFiles strays(database, place);
                     keeper->removeStrayFiles(strays, stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::hours(24),
             .everyServer = true}};
}
