// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/bytebudget.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {
constexpr ByteHolder ada{1, 1};
constexpr ByteHolder adaAbroad{2, 1};
constexpr ByteHolder neighbor{1, 2};
constexpr ByteHolder bob{3, 3};
constexpr ByteBudget::Patience impatient{0ms, 0ms};
}

/// Who may hold how many bytes, and who has to go.
class TestByteBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noHolderTakesAll();
    void theFirstBytesAreFree();
    void slowClientsStayWhileThereIsRoom();
    void theSlowestGivesWay();
    void aClientIsAskedForNoMoreThanIsNeeded();
    void aFullHolderAsksOnlyItsOwn();
    void theServersTurnIsNotSlow();
    void clientsDoNotWaitForEachOther();
    void knowsWhatNeverFits();
};

void TestByteBudget::noHolderTakesAll()
{
    ByteBudget budget(100, 60);
    QVERIFY(budget.take(50, ada));
    QVERIFY(!budget.take(20, neighbor)); // of the same network
    QVERIFY(!budget.take(20, adaAbroad)); // of the same account
    QVERIFY(budget.take(20, bob));
    budget.give(50, ada);
    QVERIFY(budget.take(60, adaAbroad));
    QVERIFY(budget.take(20)); // of a proxy
    QVERIFY(!budget.take(1));
}

void TestByteBudget::theFirstBytesAreFree()
{
    const auto budget = std::make_shared<ByteBudget>(10);
    BudgetShare share(budget, 20);
    QVERIFY(share.add(20, ada));
    QVERIFY(!share.isCounted());
    QVERIFY(share.add(10, ada));
    QVERIFY(share.isCounted());
    QVERIFY(!share.add(1, ada));
    QVERIFY(!budget->take(1));
    share.give(10);
    QVERIFY(budget->take(10));
}

void TestByteBudget::slowClientsStayWhileThereIsRoom()
{
    const auto budget = std::make_shared<ByteBudget>(100, 100, impatient);
    BudgetShare slow(budget);
    slow.expect(50);
    QVERIFY(slow.add(50, ada));
    BudgetShare other(budget);
    QVERIFY(other.add(50, bob));
    QVERIFY(!slow.mustGiveWay());
}

void TestByteBudget::theSlowestGivesWay()
{
    const auto budget = std::make_shared<ByteBudget>(100, 100, impatient);
    BudgetShare quick(budget);
    quick.expect(50);
    QVERIFY(quick.add(50, ada));
    BudgetShare slow(budget);
    slow.expect(50);
    QVERIFY(slow.add(50, ada));
    quick.moved(40);
    slow.moved(1);
    BudgetShare other(budget);
    QVERIFY(!other.add(10, bob));
    QVERIFY(slow.mustGiveWay());
    QVERIFY(!quick.mustGiveWay());
    slow.give(50);
    QVERIFY(!slow.mustGiveWay());
    QVERIFY(other.add(10, bob));
}

void TestByteBudget::aClientIsAskedForNoMoreThanIsNeeded()
{
    const auto budget = std::make_shared<ByteBudget>(100, 100, ByteBudget::Patience{0ms, 1h});
    BudgetShare brisk(budget);
    brisk.expect(50);
    QVERIFY(brisk.add(100, ada));
    brisk.moved(1);
    BudgetShare other(budget);
    QVERIFY(!other.add(10, bob));
    QVERIFY(!brisk.mustGiveWay()); // it needs less than an hour
}

void TestByteBudget::aFullHolderAsksOnlyItsOwn()
{
    const auto budget = std::make_shared<ByteBudget>(100, 50, impatient);
    BudgetShare slowest(budget);
    slowest.expect(1000);
    QVERIFY(slowest.add(10, bob));
    BudgetShare slow(budget);
    slow.expect(100);
    QVERIFY(slow.add(50, ada));
    BudgetShare other(budget);
    QVERIFY(!other.add(10, neighbor));
    QVERIFY(slow.mustGiveWay());
    QVERIFY(!slowest.mustGiveWay());
}

void TestByteBudget::theServersTurnIsNotSlow()
{
    const auto budget = std::make_shared<ByteBudget>(100, 100, impatient);
    BudgetShare running(budget);
    running.expect(100);
    QVERIFY(running.add(100, ada));
    running.excuse(); // the body is complete
    BudgetShare other(budget);
    QVERIFY(!other.add(10, bob));
    QVERIFY(!running.mustGiveWay());
}

/// Two that have a half each would both wait for the rest.
void TestByteBudget::clientsDoNotWaitForEachOther()
{
    const auto budget = std::make_shared<ByteBudget>(100);
    BudgetShare first(budget);
    first.expect(60);
    QVERIFY(first.addInTurn(50, ada));
    BudgetShare second(budget);
    second.expect(60);
    QVERIFY(second.addInTurn(40, bob)); // the first one can still finish
    QVERIFY(!second.addInTurn(5, bob)); // neither could
    QVERIFY(first.addInTurn(10, ada));
    first.give(60);
    QVERIFY(second.addInTurn(20, bob));
}

void TestByteBudget::knowsWhatNeverFits()
{
    const ByteBudget budget(100, 60);
    QVERIFY(budget.isEnoughFor(60));
    QVERIFY(!budget.isEnoughFor(61));
}

QTEST_GUILESS_MAIN(TestByteBudget)
#include "tst_bytebudget.moc"
