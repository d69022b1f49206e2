// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/jobs/jobfixture.h"

/// Background work on one runner.
class TestJobs : public QObject, protected JobFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void aNewJobRunsAfterItsCommit();
    void aJobWaitsUntilItIsDue();
    void ofTwoTimesTheEarlierHolds();
    void aJobThatIsEnqueuedWhileItRunsRunsAgain();
    void aJobSaysWhenItIsDueAgain();
    void whatFailsIsTriedAgain();
    void theLastAttemptLeavesARecord();
    void aHopelessJobIsNotTriedAgain();
    void aKindMayRunOneAtATime();
    void aJobThatHasRunGoesBehindThoseThatWait();
    void ownersTakeTurns();
    void theJobsOfAnOwnerTakeTurns();
    void aClaimTellsWhichLeaseHasEnded();
    void anOwnerHasTwoThreadsAtMost();
};

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

void TestJobs::aJobThatHasRunGoesBehindThoseThatWait()
{
    JobKind tidy = work; // of a lane with one thread
    tidy.lane = Job::Lane::Tidy;
    const QDateTime longAgo = Times::now().addSecs(-60);
    enqueue({.key = u"busy"_s, .dueAt = longAgo}, tidy);
    enqueue({.key = u"other"_s}, tidy);
    const auto running = runner({{.kind = tidy, .run = [this, longAgo](const Job &job, const std::atomic_bool &) {
                                      m_notes->add(job.key);
                                      const bool more = job.key == u"busy"_s && m_notes->all().size() < 5;
                                      return more ? std::optional(longAgo) : std::nullopt;
                                  }}});
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
    QCOMPARE(m_notes->all(), (QStringList{u"busy"_s, u"other"_s, u"busy"_s, u"busy"_s, u"busy"_s}));
}

/// Claims one job after the other. The first owner has many jobs, and they were all due before the others'.
void TestJobs::ownersTakeTurns()
{
    const QDateTime past = Times::now().addSecs(-60);
    for (int i = 0; i < 4; ++i)
        enqueue({.key = u"many%1"_s.arg(i), .dueAt = past, .owner = u"many"_s});
    enqueue({.key = u"few0"_s, .dueAt = past.addSecs(1), .owner = u"few"_s});
    enqueue({.key = u"few1"_s, .dueAt = past.addSecs(1), .owner = u"few"_s});
    enqueue({.key = u"none"_s, .dueAt = past.addSecs(2)});
    JobStore store(*m_database);
    QStringList order;
    while (const auto job = store.claim({Job::Lane::Outbound, {work.name}, u"here"_s, u"one"_s, 1h})) {
        order += job->key;
        store.finish(*job, work, std::nullopt);
    }
    QCOMPARE(order.size(), 7);
    QCOMPARE(order.first(3), (QStringList{u"many0"_s, u"few0"_s, u"none"_s}));
    QVERIFY2(order.mid(3, 2).contains(u"few1"_s), qPrintable(order.join(u' ')));
}

/// Jobs that are due again as soon as they are done, as those of channels with ever more deliveries, and the newest
/// one.
void TestJobs::theJobsOfAnOwnerTakeTurns()
{
    const QDateTime past = Times::now().addSecs(-60);
    for (const QString &key : {u"a"_s, u"b"_s, u"c"_s})
        enqueue({.key = key, .dueAt = past, .owner = u"one"_s});
    JobStore store(*m_database);
    QHash<QString, int> runs;
    const auto run = [&](int times) {
        for (int i = 0; i < times; ++i) {
            const auto job = store.claim({Job::Lane::Outbound, {work.name}, u"here"_s, u"one"_s, 1h});
            QVERIFY(job);
            ++runs[job->key];
            QTest::qWait(2); // the next one begins to wait at another time
            store.finish(*job, work, past);
            enqueue({.key = job->key == u"a"_s ? u"b"_s : u"a"_s, .owner = u"one"_s}); // it waits already
        }
    };
    run(9);
    QCOMPARE(runs, (QHash<QString, int>{{u"a"_s, 3}, {u"b"_s, 3}, {u"c"_s, 3}}));
    enqueue({.key = u"new"_s, .owner = u"one"_s});
    run(4);
    QCOMPARE(runs[u"new"_s], 1);
}

void TestJobs::aClaimTellsWhichLeaseHasEnded()
{
    enqueue({.key = u"a"_s});
    JobStore store(*m_database);
    const auto claim = [&] { return store.claim({Job::Lane::Outbound, {work.name}, u"here"_s, u"one"_s, 1h}); };
    const auto first = claim();
    QVERIFY(first);
    QCOMPARE(first->leasedBefore, QString());
    QVERIFY(!claim());
    m_database->exec("UPDATE job SET leased_until = 0"); // as after a pause of the process
    const auto second = claim();
    QVERIFY(second);
    QCOMPARE(second->leasedBefore, first->leasedBy);
    store.finish(*second, work, Times::now());
    const auto third = claim();
    QVERIFY(third);
    QCOMPARE(third->leasedBefore, QString()); // the second lease did not end without a result
}

void TestJobs::anOwnerHasTwoThreadsAtMost()
{
    const auto running = runner([this](const Job &job, const std::atomic_bool &stopping) {
        m_notes->add(job.owner);
        if (job.owner == u"slow"_s)
            m_notes->await(u"enough"_s, stopping);
        return std::nullopt;
    });
    for (int i = 0; i < 5; ++i)
        enqueue({.key = u"slow%1"_s.arg(i), .owner = u"slow"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), (QStringList{u"slow"_s, u"slow"_s}), patience);
    enqueue({.key = u"quick"_s, .owner = u"quick"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_notes->all(), (QStringList{u"slow"_s, u"slow"_s, u"quick"_s}), patience);
    m_notes->add(u"enough"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
    QCOMPARE(m_notes->all().count(u"slow"_s), 5);
}

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
