// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"
#include "server/insight/sandbox/sandboxservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr JobKind tidying{.name = QLatin1StringView("sandbox"), .lane = Job::Lane::Tidy};
constexpr int batch = 100;
constexpr int daysOfMarks = 1;

/// Moves the cameras of ended trials to the bin, which deletes them at once. Returns their number.
///
/// Transaction: the caller's.
qsizetype discardEnded(Database &database, EventStore &events, const QDateTime &now)
{
    SandboxStore store(database);
    const auto ended = store.endedForUpdate(now, batch);
    for (const auto &camera : ended) {
        store.discard(camera.deviceId, now);
        events.record(camera.accountId, u"device.removed"_s, {{u"device_id"_s, camera.deviceId.toString()}});
    }
    return ended.size();
}

void tidy(Database &database, const EventOutlet &outlet, const std::atomic_bool &stopping)
{
    const QDateTime now = Times::now();
    EventStore events(database, outlet);
    while (!stopping && inTransaction(database, [&] { return discardEnded(database, events, now); }) == batch) { }
    const auto discardOld = [&] { return SandboxStore(database).discardMarks(now.addDays(-daysOfMarks), now, batch); };
    while (!stopping && inTransaction(database, discardOld) == batch) { }
}
}

JobTable sandboxJobs(Database &database, const EventOutlet &outlet)
{
    return {{.kind = tidying,
             .run =
                 [&database, outlet](const Job &, const std::atomic_bool &stopping) {
                     tidy(database, outlet, stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::minutes(1)}};
}
