// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/db/databasefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Transactions, their parts, and what waits for their end.
class TransactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesWhatIsNotCommitted_data() { DatabaseFixture::addEngines(); }
    void undoesWhatIsNotCommitted();
    void refusesToNest_data() { DatabaseFixture::addEngines(); }
    void refusesToNest();
    void refusesASavepointOutsideATransaction_data() { DatabaseFixture::addEngines(); }
    void refusesASavepointOutsideATransaction();
    void doesNotCommitAfterAFailure_data() { DatabaseFixture::addEngines(); }
    void doesNotCommitAfterAFailure();
    void survivesAFailureInASavepoint_data() { DatabaseFixture::addEngines(); }
    void survivesAFailureInASavepoint();
    void keepsASavepoint_data() { DatabaseFixture::addEngines(); }
    void keepsASavepoint();
    void actsAfterTheCommit_data() { DatabaseFixture::addEngines(); }
    void actsAfterTheCommit();
    void actsBeforeTheCommit_data() { DatabaseFixture::addEngines(); }
    void actsBeforeTheCommit();
    void forgetsActionsOfWhatIsUndone_data() { DatabaseFixture::addEngines(); }
    void forgetsActionsOfWhatIsUndone();
    void defersCommits_data() { DatabaseFixture::addEngines(); }
    void defersCommits();
    void undoesOneOfTheDeferred_data() { DatabaseFixture::addEngines(); }
    void undoesOneOfTheDeferred();
    void discardsWhatIsDeferred_data() { DatabaseFixture::addEngines(); }
    void discardsWhatIsDeferred();
    void defersActions_data() { DatabaseFixture::addEngines(); }
    void defersActions();
};

void TransactionTest::undoesWhatIsNotCommitted()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    {
        const Transaction transaction(fixture.database);
        fixture.add("a");
        QCOMPARE(fixture.n("a"), 1);
    }
    QCOMPARE(fixture.n("a"), 0);
}

void TransactionTest::refusesToNest()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Database &database = fixture.database;
    {
        Transaction outer(database);
        fixture.add("a");
        QVERIFY_EXCEPTION_THROWN(Transaction{database}, NestedTransaction);
        QVERIFY_EXCEPTION_THROWN(Deferral{database}, NestedTransaction);
        outer.commit();
    }
    {
        Deferral deferral(database);
        QVERIFY_EXCEPTION_THROWN(Deferral{database}, NestedTransaction);
        Transaction inner(database);
        fixture.add("a");
        QVERIFY_EXCEPTION_THROWN(Transaction{database}, NestedTransaction);
        inner.commit();
    }
    QCOMPARE(fixture.n("a"), 2);
}

void TransactionTest::refusesASavepointOutsideATransaction()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    QVERIFY_EXCEPTION_THROWN(Savepoint{fixture.database}, std::logic_error);
}

void TransactionTest::doesNotCommitAfterAFailure()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    {
        Transaction transaction(fixture.database);
        fixture.add("a");
        QVERIFY_EXCEPTION_THROWN(fixture.database.exec("INSERT INTO parent (id) VALUES ('a')"), UniqueViolation);
        QVERIFY_EXCEPTION_THROWN(transaction.commit(), DatabaseError);
    }
    QCOMPARE(fixture.n("a"), 0);
    fixture.add("a");
    QCOMPARE(fixture.n("a"), 1);
}

void TransactionTest::survivesAFailureInASavepoint()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Database &database = fixture.database;
    Transaction transaction(database);
    fixture.add("a");
    try {
        const Savepoint part(database);
        fixture.add("b");
        database.exec("INSERT INTO parent (id) VALUES ('a')");
        QFAIL("a second row was taken");
    } catch (const UniqueViolation &) {
        fixture.add("a");
    }
    transaction.commit();
    QCOMPARE(fixture.n("a"), 2);
    QCOMPARE(fixture.n("b"), 0);
}

void TransactionTest::keepsASavepoint()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Transaction transaction(fixture.database);
    {
        Savepoint part(fixture.database);
        fixture.add("a");
        part.keep();
    }
    transaction.commit();
    QCOMPARE(fixture.n("a"), 1);
}

void TransactionTest::actsAfterTheCommit()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Database &database = fixture.database;
    int seen = -1;
    const auto look = [&] { seen = Database(fixture.address()).value("SELECT n FROM parent WHERE id = 'a'").toInt(); };
    Transaction transaction(database);
    fixture.add("a");
    database.afterCommit(look);
    QCOMPARE(seen, -1);
    transaction.commit();
    QCOMPARE(seen, 1);
    fixture.add("a");
    database.afterCommit(look); // at once
    QCOMPARE(seen, 2);
}

void TransactionTest::actsBeforeTheCommit()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Database &database = fixture.database;
    const auto addB = [&] { fixture.add("b"); };
    {
        Transaction transaction(database);
        database.beforeCommit(addB);
        fixture.add("a");
        QCOMPARE(fixture.n("b"), 0);
        transaction.commit();
    }
    QCOMPARE(fixture.n("b"), 1);
    database.beforeCommit(addB); // at once
    QCOMPARE(fixture.n("b"), 2);
    try {
        Transaction transaction(database);
        fixture.add("a");
        database.beforeCommit([] { throw std::runtime_error("no"); });
        transaction.commit();
        QFAIL("a transaction whose last part failed was committed");
    } catch (const std::runtime_error &error) {
        QCOMPARE(error.what(), "no");
    }
    QCOMPARE(fixture.n("a"), 1);
}

void TransactionTest::forgetsActionsOfWhatIsUndone()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Database &database = fixture.database;
    QStringList done;
    const auto act = [&](const QString &name) {
        database.beforeCommit([&done, name] { done += u"before "_s + name; });
        database.afterCommit([&done, name] { done += u"after "_s + name; });
    };
    {
        const Transaction undone(database);
        act(u"undone"_s);
    }
    Transaction transaction(database);
    act(u"whole"_s);
    {
        const Savepoint undone(database);
        act(u"part"_s);
    }
    transaction.commit();
    QCOMPARE(done, QStringList({u"before whole"_s, u"after whole"_s, u"after part"_s}));
}

void TransactionTest::defersCommits()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Database other(fixture.address());
    Deferral deferral(fixture.database);
    {
        Transaction first(fixture.database);
        fixture.add("a");
        first.commit();
    }
    fixture.add("b"); // a transaction too
    QCOMPARE(fixture.n("b"), 1);
    QCOMPARE(other.value("SELECT sum(n) FROM parent").toInt(), 0);
    deferral.commit();
    QCOMPARE(other.value("SELECT sum(n) FROM parent").toInt(), 2);
}

void TransactionTest::undoesOneOfTheDeferred()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    {
        const Deferral deferral(fixture.database);
        fixture.add("a");
        {
            const Transaction undone(fixture.database);
            fixture.add("b");
        }
        QVERIFY_EXCEPTION_THROWN(fixture.database.exec("INSERT INTO parent (id) VALUES ('a')"), UniqueViolation);
    }
    QCOMPARE(fixture.n("a"), 1);
    QCOMPARE(fixture.n("b"), 0);
}

void TransactionTest::discardsWhatIsDeferred()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    {
        Deferral deferral(fixture.database);
        fixture.add("a");
        deferral.discard();
        QVERIFY(!fixture.database.isInTransaction());
    }
    QCOMPARE(fixture.n("a"), 0);
    fixture.add("a");
    QCOMPARE(fixture.n("a"), 1);
}

void TransactionTest::defersActions()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Database &database = fixture.database;
    QStringList done;
    const auto act = [&](const QString &name) {
        Transaction transaction(database);
        fixture.add("a");
        database.beforeCommit([&done, name] { done += u"before "_s + name; });
        database.afterCommit([&done, name] { done += u"after "_s + name; });
        transaction.commit();
    };
    {
        Deferral deferral(database);
        act(u"1"_s);
        act(u"2"_s);
        QVERIFY(done.isEmpty());
        deferral.commit();
    }
    QCOMPARE(done, QStringList({u"before 1"_s, u"before 2"_s, u"after 1"_s, u"after 2"_s}));
    {
        Deferral deferral(database);
        act(u"3"_s);
        deferral.discard();
    }
    QCOMPARE(done.size(), 4);
}

QTEST_GUILESS_MAIN(TransactionTest)
#include "tst_transactions.moc"
