// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/usagemeter.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace std::chrono_literals;
using Begun = UsageMeter::Begun;
using Count = UsageMeter::Count;

/// Tests what is counted between two flushes, with a clock that the test controls.
class UsageMeterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 23h + 59min + 30s; }
    void asksForTheStoredCountBeforeItAppliesAQuota();
    void refusesCallsBeyondTheQuota();
    void aLookCountsNothing();
    void countsThatAreBeingWrittenCountOnce();
    void countsThatCouldNotBeWrittenAreKept();
    void callsOnOtherServersCount();
    void aNewDayBeginsAtMidnight();
    void countsCorrectlyFromManyThreads();

private:
    UsageMeter::Clock clock() const
    {
        return [this] { return m_now; };
    }
    std::chrono::system_clock::time_point m_now;
    const AppId m_app = AppId::generate();
};

void UsageMeterTest::asksForTheStoredCountBeforeItAppliesAQuota()
{
    UsageMeter meter(clock());
    QCOMPARE(meter.begin(m_app, 2), Begun::Unknown);
    meter.know(m_app, meter.today(), {1, 0});
    QCOMPARE(meter.begin(m_app, 2), Begun::Counted);
    QCOMPARE(meter.begin(m_app, 2), Begun::Exceeded);
    QCOMPARE(meter.withQuota(), QList<AppId>{m_app});
    QCOMPARE(meter.begin(AppId::generate(), 0), Begun::Counted); // no quota, so the stored count is not needed
}

void UsageMeterTest::refusesCallsBeyondTheQuota()
{
    UsageMeter meter(clock());
    meter.know(m_app, meter.today(), {});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(meter.begin(m_app, 3), Begun::Counted);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(meter.begin(m_app, 3), Begun::Exceeded);
    QCOMPARE(meter.unwritten(m_app), (Count{3, 0})); // refused calls are not counted
    QCOMPARE(meter.begin(m_app, 5), Begun::Counted); // a quota can be raised
}

void UsageMeterTest::aLookCountsNothing()
{
    UsageMeter meter(clock());
    QCOMPARE(meter.look(m_app, 2), Begun::Unknown);
    meter.know(m_app, meter.today(), {1, 0});
    QCOMPARE(meter.look(m_app, 2), Begun::Counted);
    QCOMPARE(meter.look(m_app, 2), Begun::Counted);
    QCOMPARE(meter.begin(m_app, 2), Begun::Counted);
    QCOMPARE(meter.look(m_app, 2), Begun::Exceeded);
    QCOMPARE(meter.unwritten(m_app), (Count{1, 0}));
    QCOMPARE(meter.look(m_app, 0), Begun::Counted);
}

void UsageMeterTest::countsThatAreBeingWrittenCountOnce()
{
    UsageMeter meter(clock());
    meter.know(m_app, meter.today(), {});
    meter.begin(m_app, 3);
    meter.failed(m_app);
    const auto entries = meter.take();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].count, (Count{1, 1}));
    QVERIFY(meter.take().isEmpty());
    meter.begin(m_app, 3);
    QCOMPARE(meter.unwritten(m_app), (Count{2, 1}));
    meter.written(entries[0], {1, 1});
    QCOMPARE(meter.unwritten(m_app), (Count{1, 0}));
    QCOMPARE(meter.begin(m_app, 3), Begun::Counted);
    QCOMPARE(meter.begin(m_app, 3), Begun::Exceeded);
}

void UsageMeterTest::countsThatCouldNotBeWrittenAreKept()
{
    UsageMeter meter(clock());
    meter.begin(m_app, 0);
    const auto entries = meter.take();
    meter.begin(m_app, 0);
    meter.putBack(entries[0]);
    QCOMPARE(meter.unwritten(m_app), (Count{2, 0}));
    QCOMPARE(meter.take()[0].count, (Count{2, 0}));
}

void UsageMeterTest::callsOnOtherServersCount()
{
    UsageMeter meter(clock());
    meter.know(m_app, meter.today(), {});
    QCOMPARE(meter.begin(m_app, 10), Begun::Counted);
    meter.know(m_app, meter.today(), {9, 0});
    QCOMPARE(meter.begin(m_app, 10), Begun::Exceeded);
    meter.know(m_app, meter.today().addDays(-1), {}); // the count of yesterday arrives too late
    QCOMPARE(meter.begin(m_app, 10), Begun::Exceeded);
}

void UsageMeterTest::aNewDayBeginsAtMidnight()
{
    UsageMeter meter(clock());
    QCOMPARE(meter.today(), QDate(2026, 11, 23));
    QCOMPARE(meter.untilMidnight(), 30s);
    meter.know(m_app, meter.today(), {4, 0});
    QCOMPARE(meter.begin(m_app, 5), Begun::Counted);
    QCOMPARE(meter.begin(m_app, 5), Begun::Exceeded);
    m_now += 30s;
    QCOMPARE(meter.today(), QDate(2026, 11, 24));
    QCOMPARE(meter.untilMidnight(), 24h);
    QCOMPARE(meter.begin(m_app, 5), Begun::Unknown);
    meter.know(m_app, meter.today(), {});
    QCOMPARE(meter.begin(m_app, 5), Begun::Counted);
    const auto entries = meter.take(); // the last second of the previous day is not lost
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].day, QDate(2026, 11, 23));
    QCOMPARE(entries[1].day, QDate(2026, 11, 24));
    meter.putBack(entries[0]);
    QCOMPARE(meter.unwritten(m_app), (Count{1, 0})); // only today's calls
    QCOMPARE(meter.take().size(), 1);
}

void UsageMeterTest::countsCorrectlyFromManyThreads()
{
    UsageMeter meter(clock());
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int k = 0; k < 1000; ++k)
                meter.begin(m_app, 0);
        });
    }
    qint64 written = 0;
    for (int i = 0; i < 50; ++i) {
        for (const auto &entry : meter.take()) {
            written += entry.count.calls;
            meter.written(entry, {written, 0});
        }
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(written + meter.unwritten(m_app).calls, 4000);
}

QTEST_GUILESS_MAIN(UsageMeterTest)
#include "tst_usagemeter.moc"
