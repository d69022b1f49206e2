// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/archive/archivefiles.h"
#include "server/cameras/archive/archivestore.h"
#include "server/core/cluster/strayfiles.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"

#include <atomic>

/// Permanently deletes photos, videos, and devices when their time in the bin is over, and removes files without a row.
/// MarkJanitor does the same for marks.
class BinKeeper
{
public:
    /// The folders that contain a subfolder for each device.
    struct Folders
    {
        QString archive;
        QString marks;
        QString media;
    };

    BinKeeper(Database &database, const Folders &folders, const EventOutlet &outlet);

    /// Deletes the items whose time in the bin is over. Returns early once `stopping` is true; the next call deletes
    /// the rest.
    void emptyBin(const std::atomic_bool &stopping);
    /// Looks for the files of the archive that have no row, and settles `strays`. Removes files that a crash has left
    /// after they were stored.
    ///
    /// Throws: JobBrokenOff once `stopping` is true.
    void removeStrayFiles(StrayFiles &strays, const std::atomic_bool &stopping);

private:
    qsizetype purgeData(const QDateTime &now);
    qsizetype purgeDevices(const QDateTime &now);

    Database &m_database;
    EventStore m_events;
    ArchiveStore m_archive;
    ArchiveFiles m_files;
    QStringList m_folders; ///< with a subfolder for each device
};

/// Returns the jobs that empty the bin every ten minutes, and look for stray files in this server's archive once a day.
/// `storageId` is the ID of the folder that has the archive.
JobTable binJobs(Database &database, const BinKeeper::Folders &folders, const QString &storageId,
                 const EventOutlet &outlet);
