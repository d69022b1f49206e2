// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/core/db/migrations.h"
#include "server/core/jobs/jobrunner.h"
#include "tests/support/postgresserver.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr JobKind work{.name = QLatin1StringView("work"), .lane = Job::Lane::Outbound, .firstPause = 20ms};
constexpr int patience = 30'000; // ms: a busy machine

/// What ran, noted by any number of runners.
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
    /// Blocks a job until somebody has noted this; throws when the runner stops before.
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
}

/// Background work, shared by the runners on one database.
class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void aThousandJobsRunOnceEach();
    void aNewJobRunsAfterItsCommit();
    void aJobWaitsUntilItIsDue();
    void ofTwoTimesTheEarlierHolds();
    void aJobThatIsEnqueuedWhileItRunsRunsAgain();
    void aJobSaysWhenItIsDueAgain();
    void whatFailsIsTriedAgain();
    void theLastAttemptLeavesARecord();
    void aHopelessJobIsNotTriedAgain();
    void theJobOfADeadRunnerIsTakenOver();
    void aLongJobKeepsItsLease();
    void aStoppedRunnerGivesBackWhatItHas();
    void aPeriodicJobIsOneForAllRunners();
    void aKindMayRunOneAtATime();
    void aJobOfAServerWaitsForIt();
    void aServerThatDoesNotReturnLosesItsJobs();
    void freedLeasesAreTakenUpAtOnce();
    void aRunnerOutlivesARestartOfPostgres();

private:
    using Run = std::function<std::optional<QDateTime>(const Job &, const std::atomic_bool &)>;
    std::unique_ptr<JobRunner> runner(JobTable table, const QString &server = u"here"_s,
                                      std::chrono::milliseconds lease = 10s) const;
    std::unique_ptr<JobRunner> runner(Run run) const { return runner({{.kind = work, .run = std::move(run)}}); }
    /// A job that notes its key.
    Run noting()
    {
        return [this](const Job &job, const std::atomic_bool &) {
            m_notes->add(job.key);
            return std::nullopt;
        };
    }
    void enqueue(const NewJob &job, const JobKind &kind = work) { JobStore(*m_database).enqueue(kind, job); }
    qint64 count() { return m_database->value("SELECT count(*) FROM job").toLongLong(); }

    QString m_address;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PostgresServer> m_postgres;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Notes> m_notes;
};

void TestJobs::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

void TestJobs::init()
{
    QFETCH_GLOBAL(const QString, engine);
    m_folder = std::make_unique<QTemporaryDir>();
    if (engine == u"sqlite"_s) {
        m_address = u"sqlite:"_s + m_folder->filePath(u"test.db"_s);
    } else {
        if (!m_postgres)
            m_postgres = std::make_unique<PostgresServer>();
        m_address = m_postgres->createDatabase();
    }
    m_database = std::make_unique<Database>(m_address);
    migrate(*m_database);
    m_notes = std::make_unique<Notes>();
    if (qstrcmp(QTest::currentTestFunction(), "aRunnerOutlivesARestartOfPostgres")
        != 0) // it warns of what it waits for
        QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestJobs::cleanup() { m_database.reset(); }

/// Looks at the table when it is told to, or something is due, and not by the clock.
std::unique_ptr<JobRunner> TestJobs::runner(JobTable table, const QString &server,
                                            std::chrono::milliseconds lease) const
{
    JobRunnerSettings settings;
    settings.database = m_address;
    settings.server = server;
    settings.threads = {{Job::Lane::Outbound, 4}, {Job::Lane::Tidy, 1}};
    settings.lease = lease;
    settings.lookAnyway = 1h;
    auto made = std::make_unique<JobRunner>(settings, [address = m_address, table = std::move(table)] {
        const auto database = std::make_shared<Database>(address);
        return JobWorkshop{*database, table, database};
    });
    made->start();
    return made;
}

void TestJobs::aThousandJobsRunOnceEach()
{
    const auto one = runner(noting());
    const auto other = runner(noting());
    QStringList keys;
    Transaction transaction(*m_database);
    for (int i = 0; i < 1000; ++i) {
        keys += QString::number(i);
        enqueue({.key = keys.constLast()});
    }
    transaction.commit();
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, 120'000);
    QStringList ran = m_notes->all();
    ran.sort();
    keys.sort();
    QCOMPARE(ran, keys);
}

void TestJobs::aNewJobRunsAfterItsCommit()
{
    const auto running = runner(noting());
    {
        Transaction undone(*m_database);
        enqueue({.key = u"undone"_s});
    }
    Transaction transaction(*m_database);
    enqueue({.key = u"first"_s});
    transaction.commit();
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"first"_s}, patience);
    enqueue({.key = u"second"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), (QStringList{u"first"_s, u"second"_s}), patience);
}

void TestJobs::aJobWaitsUntilItIsDue()
{
    const auto running = runner([this](const Job &, const std::atomic_bool &) {
        m_notes->add(QString::number(Times::now().toMSecsSinceEpoch()));
        return std::nullopt;
    });
    const QDateTime dueAt = Times::now().addMSecs(500);
    enqueue({.key = u"later"_s, .dueAt = dueAt});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all().size(), 1, patience);
    QVERIFY(m_notes->all()[0].toLongLong() >= dueAt.toMSecsSinceEpoch());
}

void TestJobs::ofTwoTimesTheEarlierHolds()
{
    const auto due = [this] { return m_database->value("SELECT due_at FROM job").toLongLong(); };
    const QDateTime now = Times::now();
    enqueue({.key = u"a"_s, .payload = u"1"_s, .dueAt = now.addSecs(60)});
    enqueue({.key = u"a"_s, .payload = u"2"_s, .dueAt = now.addSecs(30)});
    enqueue({.key = u"a"_s, .payload = u"3"_s, .dueAt = now.addSecs(90)});
    QCOMPARE(due(), now.addSecs(30).toMSecsSinceEpoch());
    QCOMPARE(m_database->value("SELECT payload FROM job").toString(), u"3"_s);
}

void TestJobs::aJobThatIsEnqueuedWhileItRunsRunsAgain()
{
    const auto running = runner([this](const Job &job, const std::atomic_bool &stopping) {
        m_notes->add(u"begun "_s + job.payload);
        m_notes->await(u"go on"_s, stopping);
        return std::nullopt;
    });
    enqueue({.key = u"a"_s, .payload = u"1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"begun 1"_s}, patience);
    enqueue({.key = u"a"_s, .payload = u"2"_s});
    m_notes->add(u"go on"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), (QStringList{u"begun 1"_s, u"go on"_s, u"begun 2"_s}), patience);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
}

void TestJobs::aJobSaysWhenItIsDueAgain()
{
    const auto running = runner([this](const Job &job, const std::atomic_bool &) {
        m_notes->add(job.key);
        return m_notes->all().size() < 3 ? std::optional(Times::now().addMSecs(20)) : std::nullopt;
    });
    enqueue({.key = u"a"_s});
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
    QCOMPARE(m_notes->all(), QStringList(3, u"a"_s));
}

void TestJobs::whatFailsIsTriedAgain()
{
    for (int i = 0; i < 2; ++i)
        QTest::ignoreMessage(QtWarningMsg, "Job work a is tried again later: not now");
    const auto running = runner([this](const Job &job, const std::atomic_bool &) -> std::optional<QDateTime> {
        m_notes->add(QString::number(job.attempts));
        if (job.attempts < 2)
            throw std::runtime_error("not now");
        return std::nullopt;
    });
    enqueue({.key = u"a"_s});
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
    QCOMPARE(m_notes->all(), (QStringList{u"0"_s, u"1"_s, u"2"_s}));
}

void TestJobs::theLastAttemptLeavesARecord()
{
    QTest::ignoreMessage(QtWarningMsg, "Job short a is given up: never again");
    JobKind brief = work;
    brief.name = QLatin1StringView("short");
    brief.giveUpAfter = 0s;
    const auto running = runner({{.kind = brief,
                                  .run = [](const Job &, const std::atomic_bool &) -> std::optional<QDateTime> {
                                      throw std::runtime_error("never again");
                                  },
                                  .gaveUp = [this](const Job &job) { m_notes->add(u"gave up "_s + job.payload); }}});
    enqueue({.key = u"a"_s, .payload = u"secret"_s}, brief);
    JobStore store(*m_database);
    QTRY_COMPARE_WITH_TIMEOUT(store.counts().value(0).failed, 1, patience);
    QCOMPARE(m_notes->all(), QStringList{u"gave up secret"_s});
    QCOMPARE(m_database->value("SELECT error FROM job WHERE payload = ''").toString(), u"never again"_s);
    QCOMPARE(store.removeFailedBefore(Times::now().addSecs(-60)), 0);
    QCOMPARE(store.removeFailedBefore(Times::now().addSecs(60)), 1);
}

void TestJobs::aHopelessJobIsNotTriedAgain()
{
    QTest::ignoreMessage(QtWarningMsg, "Job work a is given up: no such thing");
    const auto running = runner([this](const Job &job, const std::atomic_bool &) -> std::optional<QDateTime> {
        m_notes->add(job.key);
        throw JobGivenUp("no such thing");
    });
    enqueue({.key = u"a"_s});
    JobStore store(*m_database);
    QTRY_COMPARE_WITH_TIMEOUT(store.counts().value(0).failed, 1, patience);
    QCOMPARE(m_notes->all(), QStringList{u"a"_s});
    QCOMPARE(store.counts().value(0).waiting, 0);
}

void TestJobs::theJobOfADeadRunnerIsTakenOver()
{
    enqueue({.key = u"a"_s});
    const JobClaim dead{Job::Lane::Outbound, {work.name}, u"there"_s, u"dead"_s, 700ms};
    const auto claimed = JobStore(*m_database).claim(dead);
    QVERIFY(claimed);
    const qint64 leaseEnd = m_database->value("SELECT leased_until FROM job").toLongLong();
    const auto running = runner([this](const Job &, const std::atomic_bool &) {
        m_notes->add(QString::number(Times::now().toMSecsSinceEpoch()));
        return std::nullopt;
    });
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
    QVERIFY(m_notes->all().value(0).toLongLong() >= leaseEnd);
    JobStore(*m_database).finish(*claimed, work, std::nullopt); // it was not dead: too late
    QCOMPARE(m_notes->all().size(), 1);
}

void TestJobs::aLongJobKeepsItsLease()
{
    const Run run = [this](const Job &job, const std::atomic_bool &stopping) {
        m_notes->add(job.key);
        m_notes->await(u"enough"_s, stopping);
        return std::nullopt;
    };
    const auto one = runner({{.kind = work, .run = run}}, u"one"_s, 400ms);
    const auto other = runner({{.kind = work, .run = run}}, u"other"_s, 400ms);
    enqueue({.key = u"a"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all().size(), 1, patience);
    const qint64 first = m_database->value("SELECT leased_until FROM job").toLongLong();
    const auto leasedUntil = [this] { return m_database->value("SELECT leased_until FROM job").toLongLong(); };
    QTRY_VERIFY_WITH_TIMEOUT(leasedUntil() > first + 1200, patience);
    QCOMPARE(m_notes->all(), QStringList{u"a"_s});
    m_notes->add(u"enough"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
}

void TestJobs::aStoppedRunnerGivesBackWhatItHas()
{
    auto running = runner([this](const Job &job, const std::atomic_bool &stopping) {
        m_notes->add(job.key);
        m_notes->await(u"never"_s, stopping);
        return std::nullopt;
    });
    enqueue({.key = u"a"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all().size(), 1, patience);
    running.reset();
    QCOMPARE(JobStore(*m_database).counts().value(0).waiting, 1);
    QCOMPARE(m_database->value("SELECT attempts FROM job").toInt(), 0);
    const auto next = runner(noting());
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all().size(), 2, patience);
}

void TestJobs::aPeriodicJobIsOneForAllRunners()
{
    JobKind tidy = work;
    tidy.lane = Job::Lane::Tidy;
    const JobTable table{{.kind = tidy,
                          .run =
                              [this](const Job &, const std::atomic_bool &) {
                                  m_notes->add(QString::number(Times::now().toMSecsSinceEpoch()));
                                  return std::nullopt;
                              },
                          .period = 1s}};
    const auto one = runner(table);
    const auto other = runner(table);
    QTRY_VERIFY_WITH_TIMEOUT(m_notes->all().size() >= 5, patience);
    QCOMPARE(count(), 1);
    const QStringList times = m_notes->all();
    for (qsizetype i = 3; i < times.size(); ++i) // each of two starts has made it due
        QVERIFY(times[i].toLongLong() - times[i - 1].toLongLong() >= 1000);
}

void TestJobs::aKindMayRunOneAtATime()
{
    JobKind single = work;
    single.name = QLatin1StringView("single");
    single.atOnce = 1;
    const auto running = runner({{.kind = single,
                                  .run =
                                      [this](const Job &job, const std::atomic_bool &stopping) {
                                          m_notes->add(job.key);
                                          m_notes->await(u"other"_s, stopping);
                                          return std::nullopt;
                                      }},
                                 {.kind = work, .run = noting()}});
    Transaction transaction(*m_database);
    enqueue({.key = u"1"_s}, single);
    enqueue({.key = u"2"_s}, single);
    transaction.commit();
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"1"_s}, patience);
    enqueue({.key = u"other"_s}); // another kind of the lane passes
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), (QStringList{u"1"_s, u"other"_s, u"2"_s}), patience);
}

void TestJobs::aJobOfAServerWaitsForIt()
{
    const JobTable table{{.kind = work, .run = [this](const Job &job, const std::atomic_bool &) {
                              m_notes->add(job.key);
                              return std::nullopt;
                          }}};
    auto elsewhere = runner(table, u"elsewhere"_s);
    enqueue({.key = u"a"_s, .server = u"here"_s});
    enqueue({.key = u"b"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"b"_s}, patience);
    elsewhere.reset();
    const auto here = runner(table, u"here"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), (QStringList{u"b"_s, u"a"_s}), patience);
}

void TestJobs::aServerThatDoesNotReturnLosesItsJobs()
{
    QTest::ignoreMessage(QtWarningMsg, "Job work a is given up: its server has not returned");
    enqueue({.key = u"a"_s, .server = u"gone"_s});
    m_database->exec("UPDATE job SET give_up_at = ?", Times::now());
    const auto here = runner({{.kind = work, .run = noting(), .gaveUp = [this](const Job &job) {
                                   m_notes->add(u"without "_s + job.server);
                               }}});
    QTRY_COMPARE_WITH_TIMEOUT(JobStore(*m_database).counts().value(0).failed, 1, patience);
    QCOMPARE(m_notes->all(), QStringList{u"without gone"_s});
}

void TestJobs::freedLeasesAreTakenUpAtOnce()
{
    enqueue({.key = u"a"_s});
    JobStore store(*m_database);
    QVERIFY(store.claim({Job::Lane::Outbound, {work.name}, u"here"_s, u"crashed"_s, 1h}));
    QCOMPARE(store.counts().value(0).running, 1);
    store.freeLeases();
    const auto running = runner(noting());
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"a"_s}, patience);
}

void TestJobs::aRunnerOutlivesARestartOfPostgres()
{
    QFETCH_GLOBAL(const QString, engine);
    if (engine == u"sqlite"_s)
        QSKIP("a file is never down");
    const auto running = runner(noting());
    enqueue({.key = u"before"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"before"_s}, patience);
    m_postgres->stop();
    m_postgres->start();
    const auto heard = [this] {
        enqueue({.key = u"after"_s});
        return m_notes->all().contains(u"after"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(heard(), patience);
}

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
