// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/db/databasefixture.h"
#include "tests/support/postgresserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Statements of one connection, and what becomes of them when they fail.
class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAUniqueViolation_data() { DatabaseFixture::addEngines(); }
    void tellsAUniqueViolation();
    void tellsAForeignKeyViolation_data() { DatabaseFixture::addEngines(); }
    void tellsAForeignKeyViolation();
    void tellsOtherErrors_data() { DatabaseFixture::addEngines(); }
    void tellsOtherErrors();
    void tellsThatADatabaseCannotBeReached_data() { DatabaseFixture::addEngines(); }
    void tellsThatADatabaseCannotBeReached();
    void countsWhatItCommits_data() { DatabaseFixture::addEngines(); }
    void countsWhatItCommits();
    void connectsAgain();
    void losesATransactionWithItsConnection();
    void losesADeferralWithItsConnection();
    void isUnreachableUntilTheServerIsBack();
};

void DatabaseTest::tellsAUniqueViolation()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    QVERIFY_EXCEPTION_THROWN(fixture.database.exec("INSERT INTO parent (id) VALUES ('a')"), UniqueViolation);
}

void DatabaseTest::tellsAForeignKeyViolation()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Database &database = fixture.database;
    QVERIFY_EXCEPTION_THROWN(database.exec("INSERT INTO child (id, parent) VALUES ('x', 'nobody')"),
                             ForeignKeyViolation);
    database.exec("INSERT INTO child (id, parent) VALUES ('x', 'a')");
    QVERIFY_EXCEPTION_THROWN(database.exec("DELETE FROM parent WHERE id = 'a'"), ForeignKeyViolation);
    QCOMPARE(fixture.parents(), 2);
}

void DatabaseTest::tellsOtherErrors()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    try {
        fixture.database.exec("INSERT INTO parent (id, n) VALUES ('c', NULL)");
        QFAIL("NULL was taken");
    } catch (const DatabaseError &error) {
        QVERIFY(typeid(error) == typeid(DatabaseError));
        QVERIFY(QByteArray(error.what()).contains("INSERT INTO parent"));
    }
}

void DatabaseTest::tellsThatADatabaseCannotBeReached()
{
    QFETCH(QString, engine);
    const QString address =
        engine == u"sqlite"_s ? u"sqlite:/nowhere/test.db"_s : u"postgresql://waymark@/test?host=/nowhere"_s;
    QVERIFY_EXCEPTION_THROWN(Database{address}, DatabaseUnreachable);
}

void DatabaseTest::countsWhatItCommits()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    Database &database = fixture.database;
    const quint64 before = database.commits();
    QCOMPARE(fixture.n("a"), 0);
    QCOMPARE(database.commits(), before);
    fixture.add("a");
    QCOMPARE(database.commits(), before + 1);
    {
        const Transaction undone(database);
        fixture.add("a");
        fixture.add("a");
    }
    QCOMPARE(database.commits(), before + 1);
    Transaction transaction(database);
    fixture.add("a");
    fixture.add("a");
    QCOMPARE(database.commits(), before + 1);
    transaction.commit();
    QCOMPARE(database.commits(), before + 2);
}

void DatabaseTest::connectsAgain()
{
    DatabaseFixture fixture(u"postgresql"_s);
    fixture.breakConnection();
    fixture.add("a");
    QCOMPARE(fixture.n("a"), 1);
    fixture.breakConnection();
    Transaction transaction(fixture.database);
    fixture.add("a");
    transaction.commit();
    QCOMPARE(fixture.n("a"), 2);
}

void DatabaseTest::losesATransactionWithItsConnection()
{
    DatabaseFixture fixture(u"postgresql"_s);
    {
        Transaction transaction(fixture.database);
        fixture.add("a");
        fixture.breakConnection();
        QVERIFY_EXCEPTION_THROWN(fixture.add("b"), ConnectionLost);
        QVERIFY_EXCEPTION_THROWN(fixture.add("b"), ConnectionLost); // and not on a new connection
        QVERIFY_EXCEPTION_THROWN(transaction.commit(), ConnectionLost);
    }
    QCOMPARE(fixture.n("a"), 0);
    QCOMPARE(fixture.n("b"), 0);
}

void DatabaseTest::losesADeferralWithItsConnection()
{
    DatabaseFixture fixture(u"postgresql"_s);
    Deferral deferral(fixture.database);
    fixture.add("a");
    fixture.breakConnection();
    QVERIFY_EXCEPTION_THROWN(fixture.add("b"), ConnectionLost);
    QVERIFY_EXCEPTION_THROWN(deferral.commit(), ConnectionLost);
    QCOMPARE(fixture.n("a"), 0);
    QCOMPARE(fixture.n("b"), 0);
}

void DatabaseTest::isUnreachableUntilTheServerIsBack()
{
    DatabaseFixture fixture(u"postgresql"_s);
    DatabaseFixture::postgres().stop();
    QVERIFY_EXCEPTION_THROWN(fixture.add("a"), DatabaseUnreachable);
    QVERIFY_EXCEPTION_THROWN(Transaction{fixture.database}, DatabaseUnreachable);
    DatabaseFixture::postgres().start();
    fixture.add("a");
    QCOMPARE(fixture.n("a"), 1);
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
