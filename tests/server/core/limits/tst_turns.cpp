// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/limits/turns.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// How accounts share threads. The threads of this test are a queue, of which the test runs one after the other.
class TestTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountsAlternate();
    void longWorkGivesTurns();

private:
    void runAll()
    {
        while (!m_begun.isEmpty())
            m_begun.dequeue()();
    }

    QQueue<Turns::Run> m_begun;
    Turns m_turns{[this](Turns::Run run) { m_begun.enqueue(std::move(run)); }};
    const AccountId m_ada = AccountId::generate();
    const AccountId m_bob = AccountId::generate();
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

QTEST_GUILESS_MAIN(TestTurns)
#include "tst_turns.moc"
