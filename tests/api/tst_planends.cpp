// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/plankeeper.h"
#include "tests/api/orderfixture.h"
#include "tests/support/expect.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

namespace {
const QString month = u"plan_00000000000000000000000001"_s; // Home
const QString year = u"plan_00000000000000000000000003"_s; // Site
}

/// Payments while a plan ends. PostgreSQL only: SQLite has a single writer.
class TestPlanEnds : public QObject, protected OrderFixture
{
    Q_OBJECT

private Q_SLOTS:
    void renewalIsPaidWhileItsPlanEnds();
    void endingPlanHoldsUpNoOtherAccount();
    void eventIsUsedOnceByOrdersThatArePaidAtTheSameTime();

private:
    /// What ends plans, on a connection of its own.
    std::future<void> keeper() const
    {
        return std::async(std::launch::async, [this] {
            Database database(m_server->database());
            const std::atomic_bool stopping = false;
            PlanKeeper(database, {}, {}).keep(stopping);
        });
    }
    std::future<Answer> telling(const QJsonObject &order, const QString &event) const
    {
        return std::async(std::launch::async, [=, this] { return tell(order, u"paid"_s, event); });
    }
    QJsonObject orderOf(const TestAccount &account, const QString &plan) const
    {
        return account.post(u"/retentions/%1/account/%2"_s.arg(plan, account.accountId()), {}).json;
    }
    void buyBoth(const TestAccount &account) const;
    /// Returns a transaction that keeps the periods of the month's plan of an account from being removed.
    std::unique_ptr<Transaction> held(Database &outside, const TestAccount &account) const;
    void end(const TestAccount &account) const;
    bool areWaiting(int number, const std::function<bool()> &otherwise = {}) const;
    static bool isReady(const auto &future)
    {
        return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }
    QJsonObject planOf(const TestAccount &account) const
    {
        return account.get(u"/retentions/account/"_s + account.accountId()).json;
    }
};

/// The month's plan is the active one; the year's resumes when it ends.
void TestPlanEnds::buyBoth(const TestAccount &account) const
{
    for (const QString &plan : {year, month})
        EXPECT_STATUS(tell(orderOf(account, plan), u"paid"_s, newEvent()), 200);
    m_server->sql(u"UPDATE plan_period SET until = 1 WHERE account_id = '%1' AND retention_id = '%2'"_s.arg(
        account.accountId(), month));
}

std::unique_ptr<Transaction> TestPlanEnds::held(Database &outside, const TestAccount &account) const
{
    auto transaction = std::make_unique<Transaction>(outside);
    outside.exec("SELECT 1 FROM plan_period WHERE account_id = ? AND retention_id = ? FOR UPDATE", account.accountId(),
                 month);
    return transaction;
}

void TestPlanEnds::end(const TestAccount &account) const
{
    m_server->sql(u"UPDATE account_plan SET until = 1 WHERE account_id = '%1'"_s.arg(account.accountId()));
}

/// Returns whether so many transactions come to wait for others, or what is said otherwise comes true.
bool TestPlanEnds::areWaiting(int number, const std::function<bool()> &otherwise) const
{
    Database watching(m_server->database());
    return QTest::qWaitFor(
        [&] {
            return watching.value("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted").toInt() >= number
                || (otherwise && otherwise());
        },
        30000);
}

void TestPlanEnds::renewalIsPaidWhileItsPlanEnds()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    buyBoth(ada);
    const QJsonObject renewal = orderOf(ada, month);
    std::future<void> ending;
    std::future<Answer> payment;
    Database outside(m_server->database());
    auto transaction = held(outside, ada);
    end(ada);
    ending = keeper();
    QVERIFY(areWaiting(1));
    payment = telling(renewal, newEvent());
    QVERIFY(areWaiting(2, [&] { return isReady(payment); }));
    transaction->commit();
    EXPECT_STATUS(payment.get(), 200);
    ending.get();
    QCOMPARE(get(renewal)[u"status"_s].toString(), u"paid"_s);
    QCOMPARE(planOf(ada)[u"order_id"_s], renewal[u"order_id"_s]);
    QCOMPARE(
        m_server->sql(u"SELECT count(*) FROM plan_period WHERE account_id = '%1'"_s.arg(ada.accountId())).trimmed(),
        "2");
}

void TestPlanEnds::endingPlanHoldsUpNoOtherAccount()
{
    const TestAccount &first = m_server->account(u"bea"_s); // accounts are dealt with in the order of their ids
    const TestAccount &second = m_server->account(u"carl"_s);
    buyBoth(first);
    buyBoth(second);
    const QJsonObject renewal = orderOf(first, month);
    std::future<void> ending;
    std::future<Answer> payment;
    Database outside(m_server->database());
    auto transaction = held(outside, second);
    end(first);
    end(second);
    ending = keeper();
    QVERIFY(areWaiting(1));
    payment = telling(renewal, newEvent());
    QVERIFY(QTest::qWaitFor([&] { return isReady(payment); }, 10000));
    EXPECT_STATUS(payment.get(), 200);
    transaction->commit();
    ending.get();
    QCOMPARE(planOf(first)[u"retention_id"_s].toString(), month);
    QCOMPARE(planOf(second)[u"retention_id"_s].toString(), year);
}

void TestPlanEnds::eventIsUsedOnceByOrdersThatArePaidAtTheSameTime()
{
    const QString event = newEvent();
    const QList<QJsonObject> orders{ordered(u"dora"_s), ordered(u"emil"_s)};
    std::array payments{telling(orders[0], event), telling(orders[1], event)};
    QList<Answer> answers{payments[0].get(), payments[1].get()};
    std::ranges::sort(answers, {}, &Answer::status);
    EXPECT_STATUS(answers[0], 200);
    EXPECT_PROBLEM(answers[1], 409, "event_reused");
    const QStringList states{get(orders[0], u"dora"_s)[u"status"_s].toString(),
                             get(orders[1], u"emil"_s)[u"status"_s].toString()};
    QCOMPARE(states.count(u"paid"_s), 1);
    QCOMPARE(states.count(u"pending"_s), 1);
}

QTEST_GUILESS_MAIN(TestPlanEnds)
#include "tst_planends.moc"
