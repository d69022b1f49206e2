// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/backoff.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>

/// A piece of background work, as the table `job` keeps it until it is done. Kind and key name it: of two with the same
/// name, one at a time runs, over all servers.
class Job
{
    Q_GADGET
    Q_CLASSINFO("table", "job")
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString server MEMBER server)
    Q_PROPERTY(QString payload MEMBER payload)
    Q_PROPERTY(qint64 attempts MEMBER attempts)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime giveUpAt MEMBER giveUpAt)
    Q_PROPERTY(QString leasedBy MEMBER leasedBy)

public:
    /// Each lane has threads of its own, so that work of one nature never waits for another's.
    enum class Lane {
        Media, ///< reads and writes video
        Outbound, ///< waits for other machines
        Tidy, ///< looks through the whole database, or a whole folder
        Vision, ///< takes a processor for a while
    };
    Q_ENUM(Lane)

    QString kind;
    QString key;
    QString server; ///< the only one that can do it; empty: each can
    QString payload;
    qint64 attempts = 0; ///< that have failed
    QDateTime createdAt;
    QDateTime giveUpAt; ///< a failure after this time is the last
    QString leasedBy;
};

/// What whoever enqueues a job and whoever runs it must agree on.
struct JobKind
{
    QLatin1StringView name;
    Job::Lane lane;
    std::chrono::milliseconds firstPause = std::chrono::seconds(5); ///< after a failure; then ever longer: see BackOff
    std::chrono::seconds giveUpAfter = BackOff::giveUpAfter; ///< counted from when the job is due
    int atOnce = 0; ///< the most that one server runs at a time; 0: as many as the lane has threads
};

/// Thrown by a job when trying again is of no use.
class JobGivenUp : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// How jobs of a kind are done. A job runs at least once: after a crash it runs again, so that it must not matter
/// whether it ran before.
struct JobHandler
{
    JobKind kind;
    /// Does the job. Returns when it is due again; nothing when it is done. What it throws puts it off; JobGivenUp
    /// ends it. A job that takes long returns soon, by throwing, after `stopping` has become true: it is then given
    /// back as if it had not run.
    std::function<std::optional<QDateTime>(const Job &job, const std::atomic_bool &stopping)> run;
    /// Is called after the last attempt, and for a job whose server has not returned in time.
    std::function<void(const Job &job)> gaveUp = {};
    /// Not zero: there is always one job of this kind, which is due at each start of a server, and again so long after
    /// each run. It is never given up.
    std::chrono::seconds period{0};
    bool everyServer = false; ///< a periodic job of each server's own, and not one on the database
};
using JobTable = QList<JobHandler>;
