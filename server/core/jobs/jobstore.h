// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"
#include "server/core/jobs/job.h"

/// A job that is to be done.
struct NewJob
{
    QString key = {};
    QString payload = {}; ///< small; sealed where it holds a secret
    QDateTime dueAt = {}; ///< invalid: now
    QString server = {}; ///< the only one that can do it
};

/// Which jobs a thread can take up.
struct JobClaim
{
    Job::Lane lane;
    QStringList kinds;
    QString server; ///< on which it runs
    QString runner; ///< whose lease it becomes
    std::chrono::milliseconds lease;
};

/// How many jobs of a kind there are.
class JobCount
{
    Q_GADGET
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(qint64 waiting MEMBER waiting)
    Q_PROPERTY(qint64 running MEMBER running)
    Q_PROPERTY(qint64 failed MEMBER failed)

public:
    QString kind;
    qint64 waiting = 0;
    qint64 running = 0;
    qint64 failed = 0; ///< given up, and not yet forgotten
};

/// The SQL of jobs.
class JobStore
{
public:
    explicit JobStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds a job, or changes the one with this kind and key: of two times the earlier one holds, and a job that is
    /// running at this moment runs once more after that. Wakes the runners of all servers after the commit.
    void enqueue(const JobKind &kind, const NewJob &job);

    /// Leases the job that has been due longest. A job of a server that has not returned in time is anybody's, to be
    /// given up.
    std::optional<Job> claim(const JobClaim &claim);
    /// When the next job of these will be due, or its lease will have ended.
    std::optional<QDateTime> nextDue(const JobClaim &claim);

    // The job's runner says these. Where its lease has been lost, they do nothing.
    void renew(const Job &job, std::chrono::milliseconds lease);
    /// Removes the job, unless it is due again.
    void finish(const Job &job, const JobKind &kind, const std::optional<QDateTime> &dueAgain);
    void putOff(const Job &job, const QString &error, std::chrono::milliseconds pause);
    /// Keeps the job as failed, without its payload.
    void giveUp(const Job &job, const QString &error);
    /// Leaves the job to the next runner, as if it had not been claimed.
    void giveBack(const Job &job);

    /// By kind.
    QList<JobCount> counts();
    /// Forgets jobs that were given up.
    qint64 removeFailedBefore(const QDateTime &time);
    /// Ends all leases: for a database that has one server alone, before that server's runner starts.
    void freeLeases();

    /// The channel of Database::listen() that tells of new jobs of a lane.
    static QString channel(Job::Lane lane);

private:
    Database &m_database;
};
