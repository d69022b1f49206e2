// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/retry.h"
#include "tests/server/core/db/databasefixture.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <thread>

using namespace Qt::StringLiterals;

/// Transactions that the engine gave up, run again.
class RetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsWorkAgain_data() { DatabaseFixture::addEngines(); }
    void runsWorkAgain();
    void givesUpAfterThreeRetries_data() { DatabaseFixture::addEngines(); }
    void givesUpAfterThreeRetries();
    void repeatsNothingElse_data() { DatabaseFixture::addEngines(); }
    void repeatsNothingElse();
    void repeatsNothingThatIsCommitted_data() { DatabaseFixture::addEngines(); }
    void repeatsNothingThatIsCommitted();
    void leavesAPartToTheWhole_data() { DatabaseFixture::addEngines(); }
    void leavesAPartToTheWhole();
    void endsADeadlock();
    void endsADeadlockOfDeferrals();
    void repeatsWhatOthersHaveChanged();
    void repeatsOnANewConnection();
};

namespace {
[[noreturn]] void giveUp() { throw SerializationFailure("by the test"); }

/// Two connections that change the two rows in opposite order, so that the first attempts lock each other out. Returns
/// how many attempts it took both.
template <typename Work>
int deadlock(const QString &address, Work work)
{
    std::latch bothHoldOne(2);
    std::atomic_int attempts = 0;
    const auto run = [&](const char *first, const char *second) {
        Database database(address);
        database.script(u"SET deadlock_timeout = '20ms'"_s);
        bool met = false;
        retrying(database, [&] {
            ++attempts;
            work(database, [&] {
                DatabaseFixture::add(database, first);
                if (!std::exchange(met, true))
                    bothHoldOne.arrive_and_wait();
                DatabaseFixture::add(database, second);
            });
        });
    };
    std::thread one(run, "a", "b");
    std::thread other(run, "b", "a");
    one.join();
    other.join();
    return attempts;
}
}

void RetryTest::runsWorkAgain()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    int runs = 0;
    const QString result = inTransaction(fixture.database, [&] {
        fixture.add("a");
        if (++runs < 3)
            giveUp();
        return u"done"_s;
    });
    QCOMPARE(result, u"done"_s);
    QCOMPARE(runs, 3);
    QCOMPARE(fixture.n("a"), 1);
}

void RetryTest::givesUpAfterThreeRetries()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    int runs = 0;
    QVERIFY_EXCEPTION_THROWN(inTransaction(fixture.database,
                                           [&] {
                                               fixture.add("a");
                                               ++runs;
                                               giveUp();
                                           }),
                             SerializationFailure);
    QCOMPARE(runs, 4);
    QCOMPARE(fixture.n("a"), 0);
}

void RetryTest::repeatsNothingElse()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    int runs = 0;
    QVERIFY_EXCEPTION_THROWN(inTransaction(fixture.database,
                                           [&] {
                                               ++runs;
                                               fixture.database.exec("INSERT INTO parent (id) VALUES ('a')");
                                           }),
                             UniqueViolation);
    QCOMPARE(runs, 1);
}

void RetryTest::repeatsNothingThatIsCommitted()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    QVERIFY_EXCEPTION_THROWN(retrying(fixture.database,
                                      [&] {
                                          inTransaction(fixture.database, [&] { fixture.add("a"); });
                                          giveUp();
                                      }),
                             SerializationFailure);
    QCOMPARE(fixture.n("a"), 1);
}

void RetryTest::leavesAPartToTheWhole()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    int wholes = 0;
    int parts = 0;
    retrying(fixture.database, [&] {
        ++wholes;
        Deferral deferral(fixture.database);
        try {
            fixture.add("a");
            inTransaction(fixture.database, [&] {
                fixture.add("b");
                if (++parts < 2)
                    giveUp();
            });
        } catch (const TransactionAborted &) {
            deferral.discard();
            throw;
        }
        deferral.commit();
    });
    QCOMPARE(wholes, 2);
    QCOMPARE(parts, 2);
    QCOMPARE(fixture.n("a"), 1);
    QCOMPARE(fixture.n("b"), 1);
}

void RetryTest::endsADeadlock()
{
    DatabaseFixture fixture(u"postgresql"_s);
    const int attempts = deadlock(fixture.address(), [](Database &database, const auto &work) {
        Transaction transaction(database);
        work();
        transaction.commit();
    });
    QVERIFY2(attempts >= 3, "nothing was given up");
    QCOMPARE(fixture.n("a"), 2);
    QCOMPARE(fixture.n("b"), 2);
}

void RetryTest::endsADeadlockOfDeferrals()
{
    DatabaseFixture fixture(u"postgresql"_s);
    const int attempts = deadlock(fixture.address(), [](Database &database, const auto &work) {
        Deferral deferral(database);
        try {
            work();
        } catch (const TransactionAborted &) {
            deferral.discard();
            throw;
        }
        deferral.commit();
    });
    QVERIFY2(attempts >= 3, "nothing was given up");
    QCOMPARE(fixture.n("a"), 2);
    QCOMPARE(fixture.n("b"), 2);
}

void RetryTest::repeatsWhatOthersHaveChanged()
{
    DatabaseFixture fixture(u"postgresql"_s);
    Database other(fixture.address());
    int runs = 0;
    inTransaction(fixture.database, [&] {
        fixture.database.script(u"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"_s);
        fixture.n("a");
        if (++runs == 1)
            DatabaseFixture::add(other, "a");
        fixture.add("a");
    });
    QCOMPARE(runs, 2);
    QCOMPARE(fixture.n("a"), 2);
}

void RetryTest::repeatsOnANewConnection()
{
    DatabaseFixture fixture(u"postgresql"_s);
    int runs = 0;
    inTransaction(fixture.database, [&] {
        fixture.add("a");
        if (++runs == 1)
            fixture.breakConnection();
        fixture.add("b");
    });
    QCOMPARE(runs, 2);
    QCOMPARE(fixture.n("a"), 1);
    QCOMPARE(fixture.n("b"), 1);
}

QTEST_GUILESS_MAIN(RetryTest)
#include "tst_retries.moc"
