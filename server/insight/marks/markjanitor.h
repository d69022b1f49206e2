// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/strayfiles.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"
#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/markstore.h"

#include <atomic>

class MediaHub;

/// Permanently deletes marks when their time in the bin is over, and removes files without a row.
class MarkJanitor
{
public:
    MarkJanitor(Database &database, EventStore &events, const MarkFiles &files);

    /// Looks for the files that belong to no mark, and settles `strays`. Removes files that a crash has left after they
    /// were stored.
    ///
    /// Throws: JobBrokenOff once `stopping` is true.
    void removeStrayFiles(StrayFiles &strays, const std::atomic_bool &stopping);
    /// Deletes the marks whose time in the bin is over. Returns early once `stopping` is true; the next call deletes
    /// the rest.
    void emptyBin(const std::atomic_bool &stopping);

private:
    qsizetype purgeSome(const QDateTime &now);

    Database &m_database;
    MarkStore m_store;
    EventStore &m_events;
    const MarkFiles &m_files;
};

/// Returns the jobs that make clips, empty the bin of marks every ten minutes, and look for stray files in this
/// server's folder once a day. `started` is the time at which this server started.
JobTable markJobs(Database &database, MediaHub &media, const MarkFiles &files, const QDateTime &started,
                  const EventOutlet &outlet);
