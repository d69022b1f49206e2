// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/jobstore.h"

#include <QMap>
#include <QThread>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

/// What one thread of a runner works with: objects of its own, made on that thread.
struct JobWorkshop
{
    Database &database;
    JobTable table;
    std::shared_ptr<void> owner; ///< of the database, and of what the handlers use
};
using MakeWorkshop = std::function<JobWorkshop()>;

/// What all lanes of a runner have in common.
struct JobRunnerSettings
{
    QString database; ///< its address
    QString server; ///< which one this is, as NewJob::server names it
    QMap<Job::Lane, int> threads; ///< of each lane
    /// After this time without a renewal a job is another runner's.
    std::chrono::milliseconds lease = std::chrono::seconds(10);
    /// For what no notice told of.
    std::chrono::milliseconds lookAnyway = std::chrono::seconds(2);
};

/// The threads of one lane: each takes up one job at a time, and sleeps while none is due.
///
/// Thread: ring(), stop() and running() may be called from every thread.
class JobLane
{
public:
    JobLane(Job::Lane lane, const JobRunnerSettings &settings, QString runner, const MakeWorkshop &make);
    /// As stop() and join().
    ~JobLane();
    Q_DISABLE_COPY_MOVE(JobLane)

    void start();
    /// Something may be due.
    void ring();
    /// Lets no more jobs begin, and tells those that run.
    void stop();
    /// Returns once the last job has ended or was given back.
    void join();

    Job::Lane lane() const { return m_lane; }
    /// The jobs whose leases are to be renewed.
    QList<Job> running() const;

private:
    void work();
    void workWith(JobWorkshop workshop);
    std::optional<Job> claim(JobStore &store, const JobTable &table);
    void perform(JobStore &store, const JobHandler &handler, const Job &job);
    void giveUp(JobStore &store, const JobHandler &handler, const Job &job, const QString &reason);
    void putOff(JobStore &store, const JobHandler &handler, const Job &job, const QString &reason);
    void settle(const Job &job, const std::function<void()> &record);
    void release(const JobHandler &handler, const Job &job);
    JobClaim claimable(const JobTable &table) const;
    void sleep(std::chrono::milliseconds duration);
    void sleepUnlessRung(quint64 rings, std::chrono::milliseconds duration);

    const Job::Lane m_lane;
    const JobRunnerSettings &m_settings;
    const QString m_runner;
    const MakeWorkshop &m_make;
    std::atomic_bool m_stopping = false;
    std::mutex m_claiming; ///< so that no two threads of the lane go beyond JobKind::atOnce
    mutable std::mutex m_lock; ///< over the rest
    std::condition_variable m_bell;
    quint64 m_rings = 0;
    QList<Job> m_running;
    std::vector<std::unique_ptr<QThread>> m_threads;
};
