// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/jobstore.h"

#include <QDeadlineTimer>
#include <QMap>
#include <QThread>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

/// The objects of one thread of a runner, created on that thread.
struct JobWorkshop
{
    Database &database;
    JobTable table;
    std::shared_ptr<void> owner; ///< owns the database and the objects that the handlers use
};
using MakeWorkshop = std::function<JobWorkshop()>;

/// The settings that all lanes of a runner share.
struct JobRunnerSettings
{
    QString database; ///< the address of the database
    QString server; ///< the name of this server in NewJob::server
    QMap<Job::Lane, int> threads; ///< the number of threads of each lane
    /// A job may be claimed by another runner after this time without a renewal.
    std::chrono::milliseconds lease = std::chrono::seconds(10);
    /// The longest time between two looks at the table, in case a notice was lost.
    std::chrono::milliseconds lookAnyway = std::chrono::seconds(2);
};

/// The threads of one lane. Each thread claims one job at a time, and sleeps while none is due.
///
/// Thread: ring(), stop() and renewLeases() may be called from every thread.
class JobLane
{
public:
    JobLane(Job::Lane lane, const JobRunnerSettings &settings, QString runner, const MakeWorkshop &make);
    /// Calls stop() and join().
    ~JobLane();
    Q_DISABLE_COPY_MOVE(JobLane)

    void start();
    /// Wakes the threads, as a job may be due.
    void ring();
    /// Lets no more jobs start, and tells the running jobs to stop.
    void stop();
    /// Waits until the last job has ended or was given back.
    void join();

    Job::Lane lane() const { return m_lane; }
    /// Renews the leases of the running jobs. Tells a job whose lease is lost to stop.
    void renewLeases(JobStore &store);

private:
    /// A job that runs, and what tells it to stop.
    struct Running
    {
        Job job;
        std::shared_ptr<std::atomic_bool> stopping;
    };
    void work();
    void workWith(JobWorkshop workshop);
    void correctTimes(JobStore &store, const JobTable &table);
    std::optional<Running> claim(JobStore &store, const JobTable &table);
    void perform(JobStore &store, const JobHandler &handler, const Running &running);
    void giveUp(JobStore &store, const JobHandler &handler, const Job &job, const QString &reason);
    void putOff(JobStore &store, const JobHandler &handler, const Job &job, const QString &reason);
    void settle(const Job &job, const std::function<void()> &record);
    void release(const JobHandler &handler, const Job &job);
    JobClaim claimable(const JobTable &table) const;
    QList<Running> running() const;
    void sleep(std::chrono::milliseconds duration);
    void sleepUnlessRung(quint64 rings, std::chrono::milliseconds duration);

    const Job::Lane m_lane;
    const JobRunnerSettings &m_settings;
    const QString m_runner;
    const MakeWorkshop &m_make;
    std::atomic_bool m_stopping = false;
    /// Keeps two threads of the lane from exceeding JobKind::atOnce, and claims and renewals apart.
    std::mutex m_claiming;
    mutable std::mutex m_lock; ///< guards the members below
    std::condition_variable m_bell;
    quint64 m_rings = 0;
    QList<Running> m_running;
    QDeadlineTimer m_corrected; ///< until the next call of correctTimes()
    std::vector<std::unique_ptr<QThread>> m_threads;
};
