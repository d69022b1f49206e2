// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/insight/marks/clipmaker.h"
#include "server/insight/marks/markjanitor.h"

namespace {
constexpr JobKind bin{.name = QLatin1StringView("mark_bin"), .lane = Job::Lane::Tidy};
constexpr JobKind strayFiles{.name = QLatin1StringView("mark_files"), .lane = Job::Lane::Tidy};

/// What the handlers of one thread have in common.
struct Keeper
{
    Keeper(Database &database, MediaHub &media, const MarkFiles &files, const QDateTime &started,
           const EventOutlet &outlet)
        : files(files)
        , events(database, outlet)
        , janitor(database, events, this->files)
        , clips(database, events, media, this->files, started)
    {
    }
    const MarkFiles files;
    EventStore events;
    MarkJanitor janitor;
    ClipMaker clips;
};
}

JobTable markJobs(Database &database, MediaHub &media, const MarkFiles &files, const QDateTime &started,
                  const QDateTime &strayBefore, const EventOutlet &outlet)
{
    const auto keeper = std::make_shared<Keeper>(database, media, files, started, outlet);
    return {{.kind = ClipMaker::job,
             .run =
                 [keeper](const Job &job, const std::atomic_bool &) {
                     const auto mark = DeviceMarkId::parse(job.key);
                     return mark ? keeper->clips.make(*mark) : std::nullopt;
                 },
             .gaveUp =
                 [keeper](const Job &job) {
                     if (const auto mark = DeviceMarkId::parse(job.key))
                         keeper->clips.giveUp(*mark, QStringLiteral("The clip could not be made within a day."));
                 }},
            {.kind = bin,
             .run =
                 [keeper](const Job &, const std::atomic_bool &stopping) {
                     keeper->janitor.emptyBin(stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::minutes(10)},
            {.kind = strayFiles,
             .run =
                 [keeper, strayBefore](const Job &, const std::atomic_bool &stopping) {
                     keeper->janitor.removeStrayFiles(strayBefore, stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::hours(24),
             .everyServer = true}};
}
