// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"
#include "server/core/jobs/job.h"

/// A job to enqueue.
struct NewJob
{
    QString key = {};
    QString payload = {}; ///< small; sealed if it contains a secret
    QDateTime dueAt = {}; ///< invalid: now
    QString server = {}; ///< the only server that can do the job; empty: every server
    QString owner = {}; ///< the account that the work is done for, if accounts take turns; empty: none
};

/// The jobs that a thread can claim.
struct JobClaim
{
    Job::Lane lane;
    QStringList kinds;
    QString server; ///< the server of the thread
    QString runner; ///< the runner that gets the lease; the lease has a name of its own, which begins with this
    std::chrono::milliseconds lease;
};

/// The numbers of jobs of a kind.
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
    qint64 failed = 0; ///< given up, and still kept
};

/// The SQL of jobs. The database's clock decides whether a job is due and whether a lease has ended.
class JobStore
{
public:
    explicit JobStore(Database &database);

    /// Adds a job, or changes the job with this kind and key: the earlier of the two due times applies, and a running
    /// job runs once more afterwards. Wakes the runners of all servers after the commit.
    /// Transaction: the caller's.
    void enqueue(const JobKind &kind, const NewJob &job);

    /// At most so many jobs of one owner and kind run at a time, over all servers.
    static constexpr int mostOfOwner = 2;

    /// Leases the job that has been due the longest. Owners take turns: the other due jobs of the owner then stand
    /// behind all jobs that are due by now, so that an owner with many slow jobs holds up no other owner. The jobs of
    /// an owner take turns as well, in the order in which they began to wait. Any server may claim the job of a server
    /// that has not returned in time, in order to give it up.
    std::optional<Job> claim(const JobClaim &claim);
    /// Returns how long it takes until the next of these jobs is due or its lease ends. The time is negative for a job
    /// that is due and that another transaction has locked.
    std::optional<std::chrono::milliseconds> untilNext(const JobClaim &claim);

    // The runner of the job calls these functions. They do nothing if its lease has been lost.
    /// Returns whether the runner still has the lease.
    bool renew(const Job &job, std::chrono::milliseconds lease);
    /// Deletes the job unless it is due again. A job that is due again runs after the jobs that wait already.
    void finish(const Job &job, const JobKind &kind, const std::optional<QDateTime> &dueAgain);
    void putOff(const Job &job, const QString &error, std::chrono::milliseconds pause);
    /// Marks the job as failed, and deletes its payload.
    void giveUp(const Job &job, const QString &error);
    /// Returns the job to the table as if it had not been claimed.
    void giveBack(const Job &job);
    /// Gives the lease of `job` to an earlier claim of the same job.
    void passTo(const Job &job, const QString &earlierLease);

    /// Lets the jobs of a kind run at once that are due later than they can be, because the clock was ahead when that
    /// was written. A job that comes too early says when it is due. `period`: of the jobs that are due again and again.
    void correctTimes(const JobKind &kind, std::chrono::seconds period, std::chrono::milliseconds lease);

    /// Returns the numbers of jobs by kind.
    QList<JobCount> counts();
    /// Deletes failed jobs. Returns their number.
    qint64 removeFailedBefore(const QDateTime &time);
    /// Ends all leases. Call it only for a database with a single server, before its runner starts.
    void freeLeases();

    /// Returns the channel of Database::listen() that announces new jobs of a lane.
    static QString channel(Job::Lane lane);

private:
    QByteArray inLane(const JobClaim &claim) const;
    QByteArray ownerIsBusy() const;
    void endTurn(const Job &job);

    Database &m_database;
    const QByteArray m_now; ///< an SQL expression
};
