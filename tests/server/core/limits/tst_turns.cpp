// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/limits/turns.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// How parties share threads. The threads of this test are a queue, of which the test runs one after the other.
class TestTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountsAlternate();
    void longWorkGivesTurns();
    void aPartyHasSomeThreads();
    void aFewPartiesLeaveThreads();
    void freeThreadsGoRound();
    void aPartyHasSomePlaces();
    void aNewPartyIsNotRefused();

private:
    void runAll()
    {
        while (!m_begun.isEmpty())
            m_begun.dequeue()();
    }

    QQueue<Turns::Run> m_begun;
    Turns m_turns{[this](const Turns::Run &run) { m_begun.enqueue(run); }};
    const QByteArray m_ada = "ada";
    const QByteArray m_bob = "bob";
    QString m_order;
};

void TestTurns::accountsAlternate()
{
    for (int i = 0; i < 3; ++i)
        m_turns.start(m_ada, [this] { m_order += u'a'; });
    QCOMPARE(m_begun.size(), 1); // whatever the number of threads
    for (int i = 0; i < 2; ++i)
        m_turns.start(m_bob, [this] { m_order += u'b'; });
    runAll();
    QCOMPARE(m_order, u"ababa"_s);
}

void TestTurns::longWorkGivesTurns()
{
    m_order.clear();
    int parts = 3;
    std::function<void()> part = [&] {
        m_order += u'a';
        if (--parts > 0)
            m_turns.start(m_ada, part);
    };
    m_turns.start(m_ada, part);
    m_turns.start(m_bob, [this] { m_order += u'b'; });
    runAll();
    QCOMPARE(m_order, u"abaa"_s);
}

/// Three threads, of which a party has two.
void TestTurns::aPartyHasSomeThreads()
{
    m_order.clear();
    Turns turns([this](const Turns::Run &run) { m_begun.enqueue(run); }, {.atOnce = 2});
    for (int i = 0; i < 4; ++i)
        QVERIFY(turns.tryStart(m_ada, [this] { m_order += u'a'; }));
    QCOMPARE(m_begun.size(), 2);
    QVERIFY(turns.tryStart(m_bob, [this] { m_order += u'b'; }));
    QCOMPARE(m_begun.size(), 3); // the third thread takes it
    runAll();
    QCOMPARE(m_order, u"aabaa"_s);
    QVERIFY(turns.tryStart(m_ada, [] {})); // nothing is left of what has run
    QCOMPARE(m_begun.size(), 1);
    runAll();
}

/// Of eight threads, the first party has half, the next one half of the rest, and so on, while all of them hang.
void TestTurns::aFewPartiesLeaveThreads()
{
    Turns turns([this](const Turns::Run &run) { m_begun.enqueue(run); }, {.atOnce = 8, .threads = 8});
    const auto begunOf = [&](const QByteArray &party) {
        const qsizetype before = m_begun.size();
        for (int i = 0; i < 10; ++i)
            turns.start(party, [] {});
        return m_begun.size() - before;
    };
    QCOMPARE(begunOf("a"), 4);
    QCOMPARE(begunOf("b"), 2);
    QCOMPARE(begunOf("c"), 1);
    QCOMPARE(begunOf("d"), 1);
    QCOMPARE(begunOf("e"), 0);
    m_begun.dequeue()(); // of the first party
    QCOMPARE(m_begun.size(), 8);
    QCOMPARE(begunOf("f"), 0); // e has the thread
    runAll();
    QCOMPARE(begunOf("g"), 4); // nothing is left of what has run
    runAll();
}

void TestTurns::freeThreadsGoRound()
{
    m_order.clear();
    Turns turns([this](const Turns::Run &run) { m_begun.enqueue(run); }, {.atOnce = 1, .threads = 1});
    for (const QChar party : {u'a', u'b', u'c'}) {
        for (int i = 0; i < 3; ++i)
            turns.start(QByteArray(1, party.toLatin1()), [this, party] { m_order += party; });
    }
    runAll();
    QCOMPARE(m_order, u"abcabcabc"_s);
}

void TestTurns::aPartyHasSomePlaces()
{
    Turns turns([this](const Turns::Run &run) { m_begun.enqueue(run); }, {.ofParty = 2});
    QVERIFY(turns.tryStart(m_ada, [&] { QVERIFY(!turns.tryStart(m_ada, [] {})); })); // what runs has a place
    QVERIFY(turns.tryStart(m_ada, [] {}));
    QVERIFY(!turns.tryStart(m_ada, [] {}));
    QVERIFY(turns.tryStart(m_bob, [] {}));
    runAll();
    QVERIFY(turns.tryStart(m_ada, [] {}));
    runAll();
}

void TestTurns::aNewPartyIsNotRefused()
{
    Turns turns([this](const Turns::Run &run) { m_begun.enqueue(run); }, {.ofParty = 3, .all = 3});
    for (int i = 0; i < 3; ++i)
        QVERIFY(turns.tryStart(m_ada, [] {}));
    QVERIFY(turns.tryStart(m_bob, [] {}));
    QVERIFY(!turns.tryStart(m_bob, [] {})); // all places are taken
    runAll();
    QVERIFY(turns.tryStart(m_bob, [] {}));
    QVERIFY(turns.tryStart(m_bob, [] {}));
    runAll();
}

QTEST_GUILESS_MAIN(TestTurns)
#include "tst_turns.moc"
