// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>

/// The pauses between attempts. Each pause is twice as long as the one before, up to a limit, and varies by a fifth, so
/// that attempts that failed together are not repeated together.
namespace BackOff {
constexpr std::chrono::hours giveUpAfter{24};
constexpr std::chrono::hours longest{1};

/// Returns the pause after a number of failed attempts. `random`: 0 to 1. `most`: the limit before the variation.
inline std::chrono::milliseconds pause(qint64 attempts, std::chrono::milliseconds first, double random,
                                       std::chrono::milliseconds most = longest)
{
    const auto doubled = first * (1LL << std::clamp<qint64>(attempts - 1, 0, 20));
    const auto bounded = std::min<std::chrono::milliseconds>(doubled, most);
    return std::chrono::milliseconds(qint64(double(bounded.count()) * (0.8 + 0.4 * random)));
}
/// Returns the longest pause with a limit, which is a fifth longer than the limit.
constexpr std::chrono::milliseconds longestWith(std::chrono::milliseconds most) { return most * 6 / 5; }
}

/// A piece of background work. The table `job` keeps it until it is done. Kind and key name a job. Of jobs with one
/// name, only one runs at a time, over all servers.
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
    Q_PROPERTY(QString leasedBefore MEMBER leasedBefore)
    Q_PROPERTY(QString owner MEMBER owner)

public:
    /// Each lane has threads of its own, so that work of one nature never waits for work of another.
    enum class Lane {
        Media, ///< reads and writes video
        Outbound, ///< waits for the mail server and the SMS gateway
        Delivery, ///< waits for machines of accounts
        SlowDelivery, ///< waits for machines of accounts that took long to answer the last time
        Tidy, ///< reads the whole database or a whole folder
        Vision, ///< uses a processor for seconds
        Bulk, ///< copies large files for minutes or hours
    };
    Q_ENUM(Lane)

    QString kind;
    QString key;
    QString server; ///< the only server that can do the job; empty: every server
    QString payload;
    qint64 attempts = 0; ///< failed attempts
    QDateTime createdAt;
    QDateTime giveUpAt; ///< a failure after this time is the last
    QString leasedBy;
    QString leasedBefore; ///< the lease that ended before this one without a result; empty: none
    QString owner; ///< see NewJob
};

/// The properties of a kind of jobs that the code that enqueues and the code that runs must agree on.
struct JobKind
{
    QLatin1StringView name;
    Job::Lane lane;
    std::chrono::milliseconds firstPause =
        std::chrono::seconds(5); ///< after the first failure; later pauses grow: see BackOff
    std::chrono::milliseconds longestPause = BackOff::longest;
    std::chrono::seconds giveUpAfter = BackOff::giveUpAfter; ///< counted from the time at which the job is due
    int atOnce = 0; ///< maximum number that one server runs at a time; 0: the number of threads of the lane
};

/// Thrown by a job that would fail again.
class JobGivenUp : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Thrown by a job that was told to stop, and is not done.
class JobBrokenOff : public std::runtime_error
{
public:
    JobBrokenOff()
        : std::runtime_error("broken off")
    {
    }
};

/// The functions for jobs of a kind. A job runs at least once: after a crash it runs again. Handlers must therefore be
/// idempotent.
struct JobHandler
{
    JobKind kind;
    /// Runs the job. Returns the time at which the job is due again, or nothing when it is done. A long job must throw
    /// soon after `stopping` has become true: the server stops, and the job is given back as if it had not run, or the
    /// lease was lost, and another server runs the job.
    /// Throws: JobGivenUp to end the job; any other exception to have it run again later.
    std::function<std::optional<QDateTime>(const Job &job, const std::atomic_bool &stopping)> run;
    /// Called after the last attempt, and for a job whose server has not returned in time.
    std::function<void(const Job &job)> gaveUp = {};
    /// If not zero, there is always one job of this kind. It is due at each start of a server, and again after this
    /// time since its last run. It is never given up.
    std::chrono::seconds period{0};
    bool everyServer = false; ///< each server has a periodic job of its own, instead of one per database
};
using JobTable = QList<JobHandler>;
