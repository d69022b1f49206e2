// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/migrations.h"
#include "server/core/events/eventstore.h"
#include "tests/server/core/db/databasefixture.h"

#include <QTest>

#include <future>
#include <latch>

using namespace Qt::StringLiterals;

/// Events in the transactions that record them.
class EventStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersEventsAtTheCommit_data() { DatabaseFixture::addEngines(); }
    void numbersEventsAtTheCommit();
    void dropsEventsOfWhatIsUndone_data() { DatabaseFixture::addEngines(); }
    void dropsEventsOfWhatIsUndone();
    void locksTheCounterLast();
    void knowsWhatItKeeps_data() { DatabaseFixture::addEngines(); }
    void knowsWhatItKeeps();
};

namespace {
QStringList typesIn(Database &database)
{
    QStringList types;
    for (const EventRow &event : EventStore(database, {}).after(0, 100))
        types += event.type;
    return types;
}
}

void EventStoreTest::numbersEventsAtTheCommit()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    migrate(fixture.database);
    EventStore events(fixture.database, {});
    {
        Transaction transaction(fixture.database);
        events.record({}, u"one"_s, {});
        events.record({}, u"two"_s, {});
        QCOMPARE(events.last(), 0);
        transaction.commit();
    }
    events.record({}, u"alone"_s, {});
    QCOMPARE(typesIn(fixture.database), QStringList({u"one"_s, u"two"_s, u"alone"_s}));
    QCOMPARE(events.last(), 3);
}

void EventStoreTest::dropsEventsOfWhatIsUndone()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    migrate(fixture.database);
    EventStore events(fixture.database, {});
    {
        const Transaction undone(fixture.database);
        events.record({}, u"undone"_s, {});
    }
    Transaction transaction(fixture.database);
    {
        const Savepoint part(fixture.database);
        events.record({}, u"undone"_s, {});
    }
    events.record({}, u"kept"_s, {});
    transaction.commit();
    QCOMPARE(typesIn(fixture.database), QStringList(u"kept"_s));
}

/// One transaction records an event and then wants a row, the other one has the row and then records an event.
void EventStoreTest::locksTheCounterLast()
{
    DatabaseFixture fixture(u"postgresql"_s);
    migrate(fixture.database);
    std::latch rowIsLocked(1);
    auto other = std::async(std::launch::async, [&] {
        Database database(fixture.address());
        Transaction transaction(database);
        DatabaseFixture::add(database, "a");
        rowIsLocked.count_down();
        Database watching(fixture.address());
        while (watching.value("SELECT count(*) FROM pg_locks WHERE NOT granted").toInt() == 0)
            std::this_thread::yield();
        EventStore(database, {}).record({}, u"first"_s, {});
        transaction.commit();
    });
    rowIsLocked.wait();
    Transaction transaction(fixture.database);
    EventStore(fixture.database, {}).record({}, u"second"_s, {});
    fixture.add("a");
    transaction.commit();
    other.get();
    QCOMPARE(typesIn(fixture.database), QStringList({u"first"_s, u"second"_s}));
}

void EventStoreTest::knowsWhatItKeeps()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    migrate(fixture.database);
    EventStore events(fixture.database, {});
    QVERIFY(events.keepsAllAfter(0));
    for (int i = 0; i < 5; ++i)
        events.record({}, u"one"_s, {});
    QVERIFY(events.keepsAllAfter(0));
    QVERIFY(!events.keepsAllAfter(6)); // a number of another database
    fixture.database.exec("DELETE FROM event WHERE seq <= 3");
    QVERIFY(!events.keepsAllAfter(0));
    QVERIFY(!events.keepsAllAfter(2));
    QVERIFY(events.keepsAllAfter(3));
    QVERIFY(events.keepsAllAfter(5));
    fixture.database.exec("DELETE FROM event");
    QVERIFY(!events.keepsAllAfter(4));
    QVERIFY(events.keepsAllAfter(5));
}

QTEST_GUILESS_MAIN(EventStoreTest)
#include "tst_eventstore.moc"
