// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/archive/archivefiles.h"
#include "server/cameras/archive/archivestore.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"

#include <atomic>

/// Empties the bin of photos, videos and devices when their time is over, and removes files that a crash has left
/// without a row; MarkJanitor does the same for marks.
class BinKeeper
{
public:
    /// The folders that hold a folder for each device.
    struct Folders
    {
        QString archive;
        QString marks;
        QString media;
    };

    BinKeeper(Database &database, const Folders &folders, const EventOutlet &outlet);

    /// Returns early once `stopping` is true; the rest is left to the next call.
    void emptyBin(const std::atomic_bool &stopping);
    /// Removes files of this server that belong to nothing and were last changed before this time: newer ones may be
    /// arriving, as a file is written before its row. Throws: JobBrokenOff once `stopping` is true.
    void removeStrayFiles(const QDateTime &before, const std::atomic_bool &stopping);

private:
    qsizetype purgeData(const QDateTime &now);
    qsizetype purgeDevices(const QDateTime &now);

    Database &m_database;
    EventStore m_events;
    ArchiveStore m_archive;
    ArchiveFiles m_files;
    QStringList m_folders; ///< that hold a folder a device
};

/// Empties the bin every ten minutes, and looks for stray files in this server's folders once a day. `started`: when
/// this server did.
JobTable binJobs(Database &database, const BinKeeper::Folders &folders, const QDateTime &strayBefore,
                 const EventOutlet &outlet);
