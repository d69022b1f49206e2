// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/loopthread.h"
#include "server/services/services.h"

class IngestSupervisor;
class MarkRecorder;
class ObservationWriter;
class RecordingIndexer;
class WhepSessions;

/// The threads of a server that do not answer requests: for signs of life, for events on their way to clients, for
/// counts that are first kept in memory, for the index of recordings, for observations, for the leases and states of
/// cameras, for the recording of marks, and for viewers by WebRTC. No thread waits for another one. Each thread has its
/// own database connection.
class BackgroundThreads
{
public:
    /// Objects that only one thread uses.
    struct Parts
    {
        DiskSpace &disk;
        RecordingIndexer &indexer;
        ObservationWriter &observations;
        IngestSupervisor &supervisor;
        MarkRecorder &recorder;
        WhepSessions &viewers;
        QString predecessor; ///< see FolderLock
    };

    /// Starts the threads.
    ///
    /// Throws: the exceptions of the database.
    BackgroundThreads(const Shared &shared, const Parts &parts);

private:
    std::unique_ptr<LoopThread> m_heartbeat; ///< alone, so that nothing delays a sign of life
    std::unique_ptr<LoopThread> m_events;
    std::unique_ptr<LoopThread> m_flushers;
    std::unique_ptr<LoopThread> m_recordings; ///< before the cameras: it completes the files of an earlier run
    std::unique_ptr<LoopThread> m_observations;
    std::unique_ptr<LoopThread> m_cameras;
    std::unique_ptr<LoopThread> m_marks;
    std::unique_ptr<LoopThread> m_viewers;
};
