// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingkeeper.h"
#include "server/cameras/recorder/recordingrepair.h"

namespace {
constexpr JobKind budgets{.name = QLatin1StringView("recording_budgets"), .lane = Job::Lane::Tidy};
constexpr JobKind repairs{.name = QLatin1StringView("recording_files"), .lane = Job::Lane::Tidy};
}

JobTable recordingJobs(Database &database, const RecordingStorage &storage, const RecordingBudget &budget,
                       const MediaHub &media)
{
    const auto keeper = std::make_shared<RecordingKeeper>(database, storage, budget);
    const auto repair = std::make_shared<RecordingRepair>(database, storage, media);
    return {{.kind = budgets,
             .run =
                 [keeper](const Job &, const std::atomic_bool &stopping) {
                     keeper->keepBudgets(stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::seconds(30),
             .everyServer = true},
            {.kind = repairs,
             .run =
                 [repair](const Job &, const std::atomic_bool &stopping) {
                     repair->repair(stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::hours(24),
             .everyServer = true}};
}
