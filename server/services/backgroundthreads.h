// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/loopthread.h"
#include "server/services/services.h"

class IngestSupervisor;
class MarkRecorder;

/// The threads of a server that answer no requests: signs of life, events on their way to clients, counts that are kept
/// in memory for a moment, leases and states of cameras, and the recording of marks. None of them waits for another.
/// Each has a database connection of its own.
class BackgroundThreads
{
public:
    /// Objects that only one thread uses.
    struct Parts
    {
        DiskSpace &disk;
        IngestSupervisor &supervisor;
        MarkRecorder &recorder;
    };

    /// Starts the threads.
    /// Throws: what the database throws.
    BackgroundThreads(const Shared &shared, const Parts &parts);

private:
    std::unique_ptr<LoopThread> m_heartbeat; ///< alone, so that nothing delays a sign of life
    std::unique_ptr<LoopThread> m_events;
    std::unique_ptr<LoopThread> m_flushers;
    std::unique_ptr<LoopThread> m_cameras;
    std::unique_ptr<LoopThread> m_marks;
};
