// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/jobs/jobrunner.h"

#include "server/core/base/loopthread.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

JobRunner::JobRunner(JobRunnerSettings settings, MakeWorkshop make)
    : m_settings(std::move(settings))
    , m_make(std::move(make))
{
    // Not the server's id: two runs of one server hold different leases.
    const QString runner = IdBits::generate().toString();
    for (auto lane = m_settings.threads.keyBegin(); lane != m_settings.threads.keyEnd(); ++lane)
        m_lanes.push_back(std::make_unique<JobLane>(*lane, m_settings, runner, m_make));
}

JobRunner::~JobRunner() { stop(); }

void JobRunner::start()
{
    struct Keeper
    {
        explicit Keeper(JobRunner &runner)
            : database(runner.m_settings.database)
        {
            for (const auto &lane : runner.m_lanes)
                database.listen(JobStore::channel(lane->lane()), [&lane = *lane] { lane.ring(); });
            QObject::connect(&clock, &QTimer::timeout, &clock, [this, &runner] {
                listenAgain();
                runner.renewLeases(database);
            });
            clock.start(runner.m_settings.lease / 4);
        }
        /// A connection that was lost is opened by the next statement, and listens again.
        void listenAgain()
        {
            try {
                database.value("SELECT 1");
            } catch (const std::exception &error) {
                qWarning("New jobs are not heard of: %s", error.what());
            }
        }
        Database database;
        QTimer clock;
    };
    enqueuePeriodic();
    m_keeper = std::make_unique<LoopThread>(u"jobs"_s, [this] { return std::make_shared<Keeper>(*this); });
    m_keeper->begin();
    for (const auto &lane : m_lanes)
        lane->start();
}

void JobRunner::quit()
{
    for (const auto &lane : m_lanes)
        lane->stop();
}

void JobRunner::stop()
{
    quit();
    for (const auto &lane : m_lanes)
        lane->join();
    m_keeper.reset();
}

void JobRunner::enqueuePeriodic()
{
    const JobWorkshop workshop = m_make();
    JobStore store(workshop.database);
    for (const JobHandler &handler : workshop.table) {
        if (handler.period == 0s)
            continue;
        const QString server = handler.everyServer ? m_settings.server : QString();
        store.enqueue(handler.kind, {.key = server, .server = server});
    }
}

void JobRunner::renewLeases(Database &database) const
{
    JobStore store(database);
    for (const auto &lane : m_lanes)
        lane->renewLeases(store);
}
