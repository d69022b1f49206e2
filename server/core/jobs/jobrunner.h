// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/joblane.h"

#include <memory>
#include <vector>

class LoopThread;

/// Runs the jobs of a database, together with the runners of all other servers on it: each job is leased to one of
/// them. A lease ends a while after its last renewal, so that the jobs of a server that was killed go to another one.
///
/// Thread: the lanes have threads of their own, each with its own connection and its own job table. Another thread
/// listens for new jobs, and renews the leases of those that run.
class JobRunner
{
public:
    JobRunner(JobRunnerSettings settings, MakeWorkshop make);
    /// As stop().
    ~JobRunner();
    Q_DISABLE_COPY_MOVE(JobRunner)

    /// Makes periodic jobs due, and starts the threads. Throws: DatabaseError.
    void start();
    /// Lets no more jobs begin, and tells those that run.
    void quit();
    /// As quit(), and waits for the jobs that run; those that break off are given back to be run again.
    void stop();

private:
    void enqueuePeriodic();
    void renewLeases(Database &database) const;

    const JobRunnerSettings m_settings;
    const MakeWorkshop m_make;
    std::vector<std::unique_ptr<JobLane>> m_lanes;
    std::unique_ptr<LoopThread> m_keeper;
};
