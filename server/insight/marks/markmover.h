// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/store/storemove.h"
#include "server/core/jobs/job.h"
#include "server/insight/marks/markfiles.h"

#include <atomic>

/// Moves the pictures and clips of closed marks from the folder of this server to the media store. The database notes
/// the objects of a mark for deletion when its row is deleted.
class MarkMover
{
public:
    MarkMover(Database &database, StoredMedia &stored, const MarkFiles &files);

    /// Moves the files of all marks that will not change any more.
    ///
    /// Throws: StoreError; JobBrokenOff once `stopping` is true.
    void moveFinished(const std::atomic_bool &stopping);

private:
    void move(const DeviceMark &mark);

    Database &m_database;
    StoredMedia &m_stored;
    StoreMove m_move;
    const MarkFiles m_files;
};

/// Returns the job of each server that moves the files of marks, every half minute.
JobTable markMoverJobs(Database &database, StoredMedia &stored, const MarkFiles &files);
