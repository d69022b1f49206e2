// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/insight/marks/clipmaker.h"
#include "server/insight/marks/markjanitor.h"

namespace {
constexpr JobKind bin{.name = QLatin1StringView("mark_bin"), .lane = Job::Lane::Tidy};
constexpr JobKind strayFiles{.name = QLatin1StringView("mark_files"), .lane = Job::Lane::Tidy};

/// The objects that the jobs of one thread share.
struct Workers
{
    Workers(Database &database, MediaHub &media, const MarkFiles &files, const QDateTime &started,
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
                  const EventOutlet &outlet)
{
    const StrayFiles::Place place{files.storageId(), QStringLiteral("marks"), files.folder()};
    const auto workers = std::make_shared<Workers>(database, media, files, started, outlet);
    return {{.kind = ClipMaker::job,
             .run =
                 [workers](const Job &job, const std::atomic_bool &) {
                     const auto mark = DeviceMarkId::parse(job.key);
                     return mark ? workers->clips.make(*mark) : std::nullopt;
                 },
             .gaveUp =
                 [workers](const Job &job) {
                     if (const auto mark = DeviceMarkId::parse(job.key))
                         workers->clips.giveUp(*mark, QStringLiteral("The clip could not be made within a day."));
                 }},
            {.kind = bin,
             .run =
                 [workers](const Job &, const std::atomic_bool &stopping) {
                     workers->janitor.emptyBin(stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::minutes(10)},
            {.kind = strayFiles,
             .run =
                 [workers, &database, place](const Job &, const std::atomic_bool &stopping) {
                     StrayFiles strays(database, place);
                     workers->janitor.removeStrayFiles(strays, stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::hours(24),
             .everyServer = true}};
}
