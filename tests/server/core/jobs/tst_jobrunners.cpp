// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/jobs/jobfixture.h"

#include <QElapsedTimer>

/// Background work that several runners share.
class TestJobRunners : public QObject, protected JobFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    /// The test of a restart warns about what it waits for.
    void init() { setUp(qstrcmp(QTest::currentTestFunction(), "aRunnerOutlivesARestartOfPostgres") == 0); }
    void cleanup() { tearDown(); }
    void aThousandJobsRunOnceEach();
    void theJobOfADeadRunnerIsTakenOver();
    void aJobThatStoodStillRunsOnce();
    void aJobIsBrokenOffWhenItsLeaseIsLost();
    void aJobOfAnotherRunnerIsNotGivenUp();
    void theDatabasesClockDecides();
    void aClockThatIsSetBackStopsNoJob();
    void aLockedJobIsAskedForWithPauses();
    void aLongJobKeepsItsLease();
    void aStoppedRunnerGivesBackWhatItHas();
    void aPeriodicJobIsOneForAllRunners();
    void aJobOfAServerWaitsForIt();
    void aServerThatDoesNotReturnLosesItsJobs();
    void freedLeasesAreTakenUpAtOnce();
    void aRunnerOutlivesARestartOfPostgres();
};

void TestJobRunners::aThousandJobsRunOnceEach()
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

void TestJobRunners::theJobOfADeadRunnerIsTakenOver()
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

/// As after a pause of the whole process, in which no other server took the job.
void TestJobRunners::aJobThatStoodStillRunsOnce()
{
    const auto running = runner([this](const Job &job, const std::atomic_bool &stopping) {
        m_notes->add(job.key);
        m_notes->await(u"go"_s, stopping);
        return std::nullopt;
    });
    enqueue({.key = u"a"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"a"_s}, patience);
    m_database->exec("UPDATE job SET leased_until = 0");
    enqueue({.key = u"b"_s}); // wakes another thread, which finds both
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), (QStringList{u"a"_s, u"b"_s}), patience);
    m_notes->add(u"go"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
    QCOMPARE(m_notes->all(), (QStringList{u"a"_s, u"b"_s, u"go"_s}));
}

/// As after a pause of the whole process, in which another server took the job.
void TestJobRunners::aJobIsBrokenOffWhenItsLeaseIsLost()
{
    QTest::ignoreMessage(QtWarningMsg, "Job work a is left to another server, as its lease was lost");
    const auto running = runner({{.kind = work,
                                  .run =
                                      [this](const Job &, const std::atomic_bool &stopping) {
                                          m_notes->add(u"begun"_s);
                                          const auto end = qScopeGuard([this] { m_notes->add(u"ended"_s); });
                                          m_notes->await(u"never"_s, stopping);
                                          return std::nullopt;
                                      }}},
                                u"here"_s, 400ms);
    enqueue({.key = u"a"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"begun"_s}, patience);
    m_database->exec("UPDATE job SET leased_by = 'another', leased_until = leased_until + 3600000");
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), (QStringList{u"begun"_s, u"ended"_s}), patience);
    QCOMPARE(m_database->value("SELECT leased_by FROM job WHERE attempts = 0").toString(), u"another"_s);
}

void TestJobRunners::aJobOfAnotherRunnerIsNotGivenUp()
{
    QTest::ignoreMessage(QtWarningMsg, "Job work a is left to another server, as its lease was lost");
    auto running = runner({{.kind = work,
                            .run = [this](const Job &, const std::atomic_bool &) -> std::optional<QDateTime> {
                                Database(m_address).exec("UPDATE job SET leased_by = 'another', leased_until = ?",
                                                         Times::now().addSecs(60));
                                m_notes->add(u"begun"_s);
                                throw JobGivenUp("no such thing");
                            },
                            .gaveUp = [this](const Job &) { m_notes->add(u"gave up"_s); }}});
    enqueue({.key = u"a"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!m_notes->all().isEmpty(), patience);
    running.reset();
    QCOMPARE(m_notes->all(), QStringList{u"begun"_s});
}

/// What was written while the clock was two hours ahead makes no job wait for two hours.
void TestJobRunners::aClockThatIsSetBackStopsNoJob()
{
    const JobKind daily{.name = QLatin1StringView("daily"), .lane = Job::Lane::Outbound};
    for (const QString &key : {u"new"_s, u"tried"_s, u"leased"_s})
        enqueue({.key = key});
    enqueue({.key = u"periodic"_s}, daily);
    enqueue({.key = u"later"_s, .dueAt = Times::now().addSecs(2 * 3600)});
    const auto ahead = [this](const QByteArray &columns, const QString &key) {
        QByteArray set;
        for (const QByteArray &column : columns.split(' '))
            set += (set.isEmpty() ? "" : ", ") + column + " = " + column + " + 7200000";
        m_database->exec("UPDATE job SET " + set + " WHERE key = ?", key);
    };
    ahead("created_at due_at give_up_at", u"new"_s);
    ahead("due_at", u"periodic"_s);
    m_database->exec("UPDATE job SET attempts = 1, due_at = due_at + 7200000 WHERE key = 'tried'");
    enqueue({.key = u"retry"_s});
    const qint64 longest = BackOff::longestWith(work.longestPause).count();
    m_database->exec("UPDATE job SET attempts = 9, due_at = due_at + ? WHERE key = 'retry'", longest);
    m_database->exec("UPDATE job SET leased_by = 'killed', leased_until = due_at + 7200000 WHERE key = 'leased'");

    QTest::ignoreMessage(QtWarningMsg, "3 jobs of the kind work were due too late, as the clock was ahead");
    const auto running = runner({{.kind = work, .run = noting()}}, u"here"_s, 1s);
    const auto ran = [this] {
        QStringList keys = m_notes->all();
        keys.sort();
        return keys;
    };
    QTRY_COMPARE_WITH_TIMEOUT(ran(), (QStringList{u"leased"_s, u"new"_s, u"tried"_s}), patience);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 3, patience);
    const auto due = [this](const QString &key) {
        return m_database->value("SELECT due_at FROM job WHERE key = ?", key).toLongLong()
            - Times::now().toMSecsSinceEpoch();
    };
    QVERIFY(due(u"later"_s) > 3600 * 1000); // asked for, and not a fault
    QVERIFY(due(u"retry"_s) > 3600 * 1000); // the longest pause
    QVERIFY(due(u"periodic"_s) > 3600 * 1000);
    QTest::ignoreMessage(QtWarningMsg, "1 jobs of the kind daily were due too late, as the clock was ahead");
    JobStore(*m_database).correctTimes(daily, 1h, 10s);
    QVERIFY(due(u"periodic"_s) <= 0);
}

/// A server whose clock is an hour ahead finds its own jobs due, and does not take the leases of others for ended.
void TestJobRunners::theDatabasesClockDecides()
{
    QFETCH_GLOBAL(const QString, engine);
    if (engine == u"sqlite"_s)
        QSKIP("a file has no clock of its own");
    setDatabaseClockBack();
    const auto clock = [this] {
        return m_database->value("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)").toLongLong();
    };
    enqueue({.key = u"a"_s});
    m_database->exec("UPDATE job SET leased_by = 'another', leased_until = ?", clock() + 1500);
    const qint64 leaseEnd = clock() + 1500;
    const auto running = runner(noting());
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
    QVERIFY2(clock() >= leaseEnd, QByteArray::number(clock() - leaseEnd).constData());
    enqueue({.key = u"b"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), (QStringList{u"a"_s, u"b"_s}), patience);
}

void TestJobRunners::aLockedJobIsAskedForWithPauses()
{
    QFETCH_GLOBAL(const QString, engine);
    if (engine == u"sqlite"_s)
        QSKIP("a file locks no rows");
    enqueue({.key = u"a"_s});
    std::atomic_int statements = 0;
    {
        Transaction transaction(*m_database);
        m_database->exec("UPDATE job SET payload = 'new'");
        const auto running =
            runner({{.kind = work, .run = noting()}}, u"here"_s, 10s, [&statements](Database &database) {
                database.observe([&statements](QByteArrayView, const QVariantList &) { ++statements; });
            });
        QTRY_VERIFY_WITH_TIMEOUT(statements > 4, patience);
        QElapsedTimer clock;
        clock.start();
        const int before = statements;
        QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() > 500, patience);
        const auto perSecond = double(statements - before) * 1000 / double(clock.elapsed());
        QVERIFY2(perSecond < 300, QByteArray::number(perSecond).constData()); // of four threads
        transaction.commit();
        QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"a"_s}, patience);
    }
}

void TestJobRunners::aLongJobKeepsItsLease()
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

void TestJobRunners::aStoppedRunnerGivesBackWhatItHas()
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

void TestJobRunners::aPeriodicJobIsOneForAllRunners()
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

void TestJobRunners::aJobOfAServerWaitsForIt()
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

void TestJobRunners::aServerThatDoesNotReturnLosesItsJobs()
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

void TestJobRunners::freedLeasesAreTakenUpAtOnce()
{
    enqueue({.key = u"a"_s});
    JobStore store(*m_database);
    QVERIFY(store.claim({Job::Lane::Outbound, {work.name}, u"here"_s, u"crashed"_s, 1h}));
    QCOMPARE(store.counts().value(0).running, 1);
    store.freeLeases();
    const auto running = runner(noting());
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), QStringList{u"a"_s}, patience);
}

void TestJobRunners::aRunnerOutlivesARestartOfPostgres()
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

QTEST_GUILESS_MAIN(TestJobRunners)
#include "tst_jobrunners.moc"
