// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/times.h"
#include "server/core/jobs/jobrunner.h"
#include "tests/support/postgresserver.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline constexpr JobKind work{.name = QLatin1StringView("work"), .lane = Job::Lane::Outbound, .firstPause = 20ms};
inline constexpr int patience = 30'000; // ms; the machine may be busy

/// The notes of jobs that ran, on any number of runners. Thread: any.
class Notes
{
public:
    void add(const QString &note)
    {
        const std::lock_guard guard(m_lock);
        m_notes += note;
        m_changed.notify_all();
    }
    QStringList all() const
    {
        const std::lock_guard guard(m_lock);
        return m_notes;
    }
    /// Blocks a job until another job has written this note.
    /// Throws: std::runtime_error when the runner stops before.
    void await(const QString &note, const std::atomic_bool &stopping)
    {
        std::unique_lock guard(m_lock);
        while (!m_notes.contains(note)) {
            if (stopping)
                throw std::runtime_error("broken off");
            m_changed.wait_for(guard, 10ms);
        }
    }

private:
    mutable std::mutex m_lock;
    std::condition_variable m_changed;
    QStringList m_notes;
};

/// A database with jobs, on both engines, and runners for it.
class JobFixture
{
protected:
    static void addEngines();
    /// Creates an empty database. A warning fails the test unless `mayWarn`.
    void setUp(bool mayWarn = false);
    void tearDown() { m_database.reset(); }

    using Run = std::function<std::optional<QDateTime>(const Job &, const std::atomic_bool &)>;
    /// `prepare` is called with the database of each thread.
    std::unique_ptr<JobRunner> runner(JobTable table, const QString &server = u"here"_s,
                                      std::chrono::milliseconds lease = 10s,
                                      std::function<void(Database &)> prepare = {}) const;
    std::unique_ptr<JobRunner> runner(Run run) const { return runner({{.kind = work, .run = std::move(run)}}); }
    /// Returns the function of a job that notes its key.
    Run noting()
    {
        return [this](const Job &job, const std::atomic_bool &) {
            m_notes->add(job.key);
            return std::nullopt;
        };
    }
    void enqueue(const NewJob &job, const JobKind &kind = work) { JobStore(*m_database).enqueue(kind, job); }
    /// Sets the clock of the PostgreSQL database back by an hour, so that this process is ahead of it.
    void setDatabaseClockBack();
    qint64 count() { return m_database->value("SELECT count(*) FROM job").toLongLong(); }

    QString m_address;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PostgresServer> m_postgres;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Notes> m_notes;
};
