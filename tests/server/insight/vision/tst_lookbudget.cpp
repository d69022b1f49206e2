// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/lookbudget.h"

#include <QTest>

#include <deque>
#include <vector>

using namespace std::chrono_literals;

namespace {
constexpr qsizetype partsOfPicture = 3;

/// What a thread did in a minute.
struct Minute
{
    double busy = 0; ///< share of the time
    qsizetype looks = 0;
    qsizetype parts = 0;
    qsizetype fewest = partsOfPicture;
};

/// Lets cameras show a picture in every interval, unless their last one still waits, to a thread that takes `part` for
/// each part of it.
Minute minuteOf(int cameras, std::chrono::milliseconds interval, std::chrono::milliseconds part)
{
    struct Camera
    {
        std::shared_ptr<const void> id = std::make_shared<int>();
        LookBudget::Time due;
        bool waits = false;
    };
    const LookBudget::Time start(1h);
    std::vector<Camera> all;
    for (int i = 0; i < cameras; ++i)
        all.push_back({.due = start + interval * i / cameras});
    LookBudget budget;
    std::deque<Camera *> waiting;
    Minute minute;
    std::chrono::milliseconds worked = 0ms;
    auto free = start;
    for (auto now = start; now < start + 1min; now += 1ms) {
        for (Camera &camera : all) {
            if (camera.due > now)
                continue;
            camera.due += interval;
            if (!std::exchange(camera.waits, true))
                waiting.push_back(&camera);
        }
        if (free > now || waiting.empty())
            continue;
        Camera *next = waiting.front();
        waiting.pop_front();
        next->waits = false;
        const qsizetype parts = budget.begin(next->id, partsOfPicture, qsizetype(waiting.size()), now);
        free = now + part * parts;
        budget.end(free);
        worked += part * parts;
        ++minute.looks;
        minute.parts += parts;
        minute.fewest = std::min(minute.fewest, parts);
    }
    minute.busy = std::chrono::duration<double>(worked) / 1min;
    return minute;
}
}

/// How many parts of pictures a thread looks at.
class LookBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCameraIsLookedAtInFull_data();
    void oneCameraIsLookedAtInFull();
    void manyCamerasLeaveTime_data();
    void manyCamerasLeaveTime();
    void picturesThatWaitTakeParts();
    void aPictureWithoutPartsStaysSo();
};

void LookBudgetTest::oneCameraIsLookedAtInFull_data()
{
    QTest::addColumn<int>("part"); // milliseconds
    QTest::newRow("a thread with time to spare") << 20;
    QTest::newRow("a busy thread") << 60;
    QTest::newRow("a thread that is too slow") << 100;
}

void LookBudgetTest::oneCameraIsLookedAtInFull()
{
    QFETCH(const int, part);
    const Minute minute = minuteOf(1, 200ms, std::chrono::milliseconds(part));
    QCOMPARE(minute.fewest, partsOfPicture);
}

void LookBudgetTest::manyCamerasLeaveTime_data()
{
    QTest::addColumn<int>("cameras");
    QTest::addColumn<int>("part");
    QTest::newRow("four") << 4 << 45;
    QTest::newRow("three on a slow machine") << 3 << 100;
    QTest::newRow("eight on a fast machine") << 8 << 15;
}

void LookBudgetTest::manyCamerasLeaveTime()
{
    QFETCH(const int, cameras);
    QFETCH(const int, part);
    const Minute minute = minuteOf(cameras, 400ms, std::chrono::milliseconds(part));
    QVERIFY2(minute.busy > LookBudget::mostBusy - 0.15 && minute.busy < LookBudget::mostBusy + 0.05,
             QByteArray::number(minute.busy).constData());
    QVERIFY(minute.looks >= cameras * 148); // of 150: each camera is looked at each time
    QVERIFY(minute.parts > minute.looks); // what time there is, is used
}

void LookBudgetTest::picturesThatWaitTakeParts()
{
    const auto camera = std::make_shared<int>();
    LookBudget budget;
    for (const auto &[waiting, parts] : {std::pair(0, 3), {1, 2}, {2, 1}, {9, 1}})
        QCOMPARE(budget.begin(camera, partsOfPicture, waiting, LookBudget::Time(1h)), parts);
}

void LookBudgetTest::aPictureWithoutPartsStaysSo()
{
    LookBudget budget;
    QCOMPARE(budget.begin(std::make_shared<int>(), 0, 4, LookBudget::Time(1h)), 0);
}

QTEST_GUILESS_MAIN(LookBudgetTest)
#include "tst_lookbudget.moc"
