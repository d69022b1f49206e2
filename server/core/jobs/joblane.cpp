// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/jobs/joblane.h"

#include "models/core/times.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto correctEvery = 1min;
constexpr auto retryRecord = 500ms;
constexpr int mostRecordTries = 10; // of those that reach the database
constexpr auto lockedPause = 100ms; // a job is due, and a transaction has locked it

void warnOfLostLease(const Job &job)
{
    qWarning("Job %s %s is left to another server, as its lease was lost", qUtf8Printable(job.kind),
             qUtf8Printable(job.key));
}
}

JobLane::JobLane(Job::Lane lane, const JobRunnerSettings &settings, QString runner, const MakeWorkshop &make)
    : m_lane(lane)
    , m_settings(settings)
    , m_runner(std::move(runner))
    , m_make(make)
{
}

JobLane::~JobLane()
{
    stop();
    join();
}

void JobLane::start()
{
    const QString name = SqlValue::of(m_lane).toString();
    for (int i = 0; i < m_settings.threads.value(m_lane); ++i) {
        auto &thread = m_threads.emplace_back(QThread::create([this] { work(); }));
        thread->setObjectName(u"%1-%2"_s.arg(name).arg(i));
        thread->start();
    }
}

void JobLane::ring()
{
    const std::lock_guard guard(m_lock);
    ++m_rings;
    m_bell.notify_all();
}

void JobLane::stop()
{
    m_stopping = true;
    for (const Running &each : running())
        *each.stopping = true;
    ring();
}

void JobLane::join()
{
    for (const auto &thread : m_threads)
        thread->wait();
    m_threads.clear();
}

QList<JobLane::Running> JobLane::running() const
{
    const std::lock_guard guard(m_lock);
    return m_running;
}

/// One statement a job: an UPDATE of several rows would lock them in an order of its own, and meet transactions that
/// enqueue several jobs.
void JobLane::renewLeases(JobStore &store)
{
    for (const Running &each : running()) {
        const std::lock_guard alone(m_claiming); // not between a claim of the job and its return to its runner
        try {
            if (!store.renew(each.job, m_settings.lease))
                *each.stopping = true;
        } catch (const std::exception &error) {
            qWarning("The lease of job %s %s is not renewed: %s", qUtf8Printable(each.job.kind),
                     qUtf8Printable(each.job.key), error.what());
        }
    }
}

void JobLane::work()
{
    while (!m_stopping) {
        try {
            workWith(m_make());
        } catch (const std::exception &error) {
            qWarning("Background work waits: %s", error.what());
            sleep(m_settings.lookAnyway);
        }
    }
}

void JobLane::workWith(JobWorkshop workshop)
{
    const JobTable table = std::exchange(workshop.table, {});
    JobStore store(workshop.database);
    while (!m_stopping) {
        quint64 rings = 0;
        {
            const std::lock_guard guard(m_lock);
            rings = m_rings; // before looking, so that no ring is missed
        }
        std::optional<Running> claimed;
        std::optional<std::chrono::milliseconds> next;
        try {
            correctTimes(store, table);
            claimed = claim(store, table);
            if (!claimed)
                next = store.untilNext(claimable(table));
        } catch (const std::exception &error) {
            qWarning("Background work waits: %s", error.what());
        }
        if (claimed) {
            const Job &job = claimed->job;
            const auto handler = std::find_if(table.begin(), table.end(),
                                              [&job](const JobHandler &each) { return each.kind.name == job.kind; });
            perform(store, *handler, *claimed);
            release(*handler, job);
            continue;
        }
        const auto pause = next.value_or(m_settings.lookAnyway);
        sleepUnlessRung(rings, pause > 0ms ? std::min(pause, m_settings.lookAnyway) : lockedPause);
    }
}

/// Now and then, as the clock may be set back at any time.
void JobLane::correctTimes(JobStore &store, const JobTable &table)
{
    {
        const std::lock_guard guard(m_lock);
        if (!m_corrected.hasExpired())
            return;
        m_corrected.setRemainingTime(correctEvery);
    }
    for (const JobHandler &handler : table) {
        if (handler.kind.lane == m_lane)
            store.correctTimes(handler.kind, handler.period, m_settings.lease);
    }
}

/// Without the kinds of which enough run already.
JobClaim JobLane::claimable(const JobTable &table) const
{
    JobClaim claim{m_lane, {}, m_settings.server, m_runner, m_settings.lease};
    const QList<Running> busy = running();
    for (const JobHandler &handler : table) {
        const auto same = [&handler](const Running &each) { return each.job.kind == handler.kind.name; };
        const bool full =
            handler.kind.atOnce > 0 && std::count_if(busy.begin(), busy.end(), same) >= handler.kind.atOnce;
        if (handler.kind.lane == m_lane && !full)
            claim.kinds += handler.kind.name;
    }
    return claim;
}

std::optional<JobLane::Running> JobLane::claim(JobStore &store, const JobTable &table)
{
    const std::lock_guard alone(m_claiming);
    if (m_stopping)
        return std::nullopt;
    const auto job = store.claim(claimable(table));
    if (!job)
        return std::nullopt;
    // The lease of a job that runs here ends while the process stands still, or when the clock is set forward. A job
    // whose end was recorded is still listed for a moment, and had no lease before this one.
    for (const Running &each : running()) {
        if (job->leasedBefore == each.job.leasedBy && !*each.stopping) {
            store.passTo(*job, each.job.leasedBy);
            return std::nullopt;
        }
    }
    const std::lock_guard guard(m_lock);
    m_running += {*job, std::make_shared<std::atomic_bool>(m_stopping.load())};
    return m_running.constLast();
}

void JobLane::release(const JobHandler &handler, const Job &job)
{
    {
        const std::lock_guard guard(m_lock);
        m_running.removeIf([&job](const Running &each) { return each.job.leasedBy == job.leasedBy; });
    }
    if (handler.kind.atOnce > 0)
        ring(); // other threads of the lane have passed this kind over
}

void JobLane::perform(JobStore &store, const JobHandler &handler, const Running &running)
{
    const Job &job = running.job;
    const bool abandoned = !job.server.isEmpty() && job.server != m_settings.server;
    try {
        if (abandoned)
            throw JobGivenUp("its server has not returned");
        auto again = handler.run(job, *running.stopping);
        if (!again && handler.period > 0s)
            again = Times::now().addSecs(handler.period.count());
        settle(job, [&] { store.finish(job, handler.kind, again); });
    } catch (const JobGivenUp &error) {
        giveUp(store, handler, job, QString::fromUtf8(error.what()));
    } catch (const std::exception &error) {
        if (m_stopping)
            settle(job, [&] { store.giveBack(job); });
        else if (*running.stopping)
            warnOfLostLease(job);
        else if (handler.period == 0s && Times::now() >= job.giveUpAt)
            giveUp(store, handler, job, QString::fromUtf8(error.what()));
        else
            putOff(store, handler, job, QString::fromUtf8(error.what()));
    }
}

void JobLane::putOff(JobStore &store, const JobHandler &handler, const Job &job, const QString &reason)
{
    qWarning("Job %s %s is tried again later: %s", qUtf8Printable(job.kind), qUtf8Printable(job.key),
             qUtf8Printable(reason));
    auto pause = BackOff::pause(job.attempts + 1, handler.kind.firstPause, QRandomGenerator::global()->generateDouble(),
                                handler.kind.longestPause);
    if (handler.period > 0s)
        pause = std::min<std::chrono::milliseconds>(pause, handler.period);
    settle(job, [&] { store.putOff(job, reason, pause); });
}

/// The handler first: after a crash in between it is called once more.
void JobLane::giveUp(JobStore &store, const JobHandler &handler, const Job &job, const QString &reason)
{
    try {
        if (!store.renew(job, m_settings.lease)) {
            warnOfLostLease(job);
            return;
        }
        qWarning("Job %s %s is given up: %s", qUtf8Printable(job.kind), qUtf8Printable(job.key),
                 qUtf8Printable(reason));
        if (handler.gaveUp)
            handler.gaveUp(job);
    } catch (const std::exception &error) {
        putOff(store, handler, job, QString::fromUtf8(error.what()));
        return;
    }
    settle(job, [&] { store.giveUp(job, reason); });
}

/// Tries for as long as the database is away, as a job that is done and not recorded is done twice.
void JobLane::settle(const Job &job, const std::function<void()> &record)
{
    for (int tries = 0; tries < mostRecordTries;) {
        try {
            record();
            return;
        } catch (const DatabaseUnreachable &error) {
            qWarning("The end of job %s %s is recorded later: %s", qUtf8Printable(job.kind), qUtf8Printable(job.key),
                     error.what());
        } catch (const std::exception &error) {
            ++tries;
            qWarning("The end of job %s %s is not recorded: %s", qUtf8Printable(job.kind), qUtf8Printable(job.key),
                     error.what());
        }
        if (m_stopping)
            return;
        sleep(retryRecord);
    }
}

void JobLane::sleep(std::chrono::milliseconds duration)
{
    std::unique_lock guard(m_lock);
    m_bell.wait_for(guard, duration, [this] { return m_stopping.load(); });
}

void JobLane::sleepUnlessRung(quint64 rings, std::chrono::milliseconds duration)
{
    std::unique_lock guard(m_lock);
    m_bell.wait_for(guard, duration, [this, rings] { return m_stopping || m_rings != rings; });
}
