// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/joblane.h"

#include <memory>
#include <vector>

class LoopThread;

/// Runs the jobs of a database, together with the runners of all other servers on it. Each job is leased to one runner.
/// A lease ends some time after its last renewal, so that the jobs of a killed server go to another server.
///
/// Thread: each lane has threads of its own, and each of them has its own connection and its own job table. Another
/// thread listens for new jobs and renews the leases of running jobs.
class JobRunner
{
public:
    JobRunner(JobRunnerSettings settings, MakeWorkshop make);
    /// Calls stop().
    ~JobRunner();
    Q_DISABLE_COPY_MOVE(JobRunner)

    /// Makes periodic jobs due, and starts the threads.
    /// Throws: DatabaseError.
    void start();
    /// Lets no more jobs start, and tells the running jobs to stop.
    void quit();
    /// Calls quit() and waits for the running jobs. Jobs that break off are given back and run again later.
    void stop();

private:
    void enqueuePeriodic();
    void renewLeases(Database &database) const;

    const JobRunnerSettings m_settings;
    const MakeWorkshop m_make;
    std::vector<std::unique_ptr<JobLane>> m_lanes;
    std::unique_ptr<LoopThread> m_keeper;
};
