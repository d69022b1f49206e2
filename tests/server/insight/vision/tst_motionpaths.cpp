// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/insight/vision/motionpaths.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <random>

using namespace Qt::StringLiterals;

namespace {
const QDateTime start(QDate(2026, 11, 23), QTime(12, 0), Times::utc);
constexpr int picturesPerSecond = 8;
constexpr double aspect = 16.0 / 9;

MovingRegion regionAt(double x, double y, double width = 0.03, double height = 0.15)
{
    return {{x, y, width, height}, 0.6 * width * height};
}
}

class MotionPathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void walkingPersonPasses_data();
    void walkingPersonPasses();
    void slowCameraSeesAWalk();
    void personWhoStopsCountsUntilTheSceneIsLearned();
    void personBehindAPostStaysOne();
    void whatGoesNowhereDoesNotPass_data();
    void whatGoesNowhereDoesNotPass();
    void rainDoesNotPass();
    void personInTheRainPasses();
    void unsettledSceneForgetsPaths();

private:
    using Regions = std::function<QList<MovingRegion>(double seconds)>;
    QList<double> passing(double seconds, const Regions &regions, double rate = picturesPerSecond);
    QList<MovingRegion> rain(int drops);

    std::unique_ptr<MotionPaths> m_paths;
    std::mt19937 m_random;
};

void MotionPathsTest::init()
{
    m_paths = std::make_unique<MotionPaths>();
    m_random.seed(20261129);
}

/// Returns the times, in seconds, at which something passes.
QList<double> MotionPathsTest::passing(double seconds, const Regions &regions, double rate)
{
    QList<double> times;
    for (int i = 0; i < int(seconds * rate); ++i) {
        MotionSample sample;
        sample.settled = true;
        sample.regions = regions(i / rate);
        if (!m_paths->passing(sample, start.addMSecs(qint64(1000 * i / rate)), aspect).regions.isEmpty())
            times += i / rate;
    }
    return times;
}

QList<MovingRegion> MotionPathsTest::rain(int drops)
{
    std::uniform_real_distribution<double> place(0, 0.95);
    QList<MovingRegion> regions;
    for (int i = 0; i < drops; ++i)
        regions += regionAt(place(m_random), place(m_random) * 0.9, 0.01, 0.05 + 0.05 * place(m_random));
    return regions;
}

void MotionPathsTest::walkingPersonPasses_data()
{
    QTest::addColumn<double>("height"); // share of the picture's height
    QTest::newRow("near the camera") << 0.6;
    QTest::newRow("in the middle of the yard") << 0.2;
    QTest::newRow("at the gate") << 0.06;
}

/// A person walks 0.8 of the own height in a second, and is noticed within a second.
void MotionPathsTest::walkingPersonPasses()
{
    QFETCH(double, height);
    const auto times = passing(4, [&](double seconds) {
        return QList{regionAt(0.1 + 0.8 * height * seconds / aspect, 0.3, 0.35 * height / aspect, height)};
    });
    QVERIFY(!times.isEmpty());
    QVERIFY2(times.constFirst() <= 1, qPrintable(QString::number(times.constFirst())));
    QCOMPARE(times.size(), qsizetype((4 - times.constFirst()) * picturesPerSecond));
}

void MotionPathsTest::slowCameraSeesAWalk()
{
    const auto walk = [](double seconds) { return QList{regionAt(0.1 + 0.09 * seconds, 0.3, 0.05, 0.25)}; };
    QVERIFY(!passing(8, walk, 2).isEmpty());
    // What passes between two pictures of a very slow camera cannot be followed.
    QCOMPARE(passing(8, walk, 1).size(), 7);
}

void MotionPathsTest::personWhoStopsCountsUntilTheSceneIsLearned()
{
    const auto stops = [](double seconds) { return QList{regionAt(0.1 + 0.08 * std::min(seconds, 3.0), 0.3)}; };
    QVERIFY(passing(12, stops).constLast() > 11.5);
}

void MotionPathsTest::personBehindAPostStaysOne()
{
    const auto times = passing(5, [](double seconds) {
        const bool hidden = seconds > 2 && seconds < 2.5;
        return hidden ? QList<MovingRegion>() : QList{regionAt(0.1 + 0.08 * seconds, 0.3)};
    });
    QVERIFY2(times.contains(2.5), "the person counts at once behind the post");
}

void MotionPathsTest::whatGoesNowhereDoesNotPass_data()
{
    QTest::addColumn<std::function<QList<MovingRegion>(double)>>("regions");
    const auto row = [](const char *name, const Regions &regions) { QTest::newRow(name) << regions; };
    row("nothing", [](double) { return QList<MovingRegion>(); });
    row("a flag", [](double seconds) { return QList{regionAt(0.5 + 0.01 * std::sin(9 * seconds), 0.3, 0.08, 0.1)}; });
    row("a tree whose branches join", [](double seconds) {
        const bool joined = int(seconds * 3) % 2 == 0;
        return joined ? QList{regionAt(0.1, 0.1, 0.3, 0.5)}
                      : QList{regionAt(0.1, 0.1, 0.12, 0.5), regionAt(0.3, 0.2, 0.1, 0.4)};
    });
    row("an insect", [](double seconds) {
        const int picture = int(seconds * picturesPerSecond);
        return QList{
            regionAt(0.1 + 0.8 * std::fabs(std::sin(picture * 2.4)), 0.4 + 0.4 * std::sin(picture * 1.7), 0.05, 0.09)};
    });
    row("something that opens",
        [](double seconds) { return QList{regionAt(0.4, 0.3, 0.05 + 0.02 * std::sin(seconds), 0.2)}; });
}

void MotionPathsTest::whatGoesNowhereDoesNotPass()
{
    QFETCH(std::function<QList<MovingRegion>(double)>, regions);
    const auto times = passing(60, regions);
    QVERIFY2(times.isEmpty(), qPrintable(QString::number(times.value(0))));
}

void MotionPathsTest::rainDoesNotPass()
{
    const auto times = passing(120, [this](double) { return rain(30); });
    QVERIFY2(times.isEmpty(), qPrintable(QString::number(times.value(0))));
}

void MotionPathsTest::personInTheRainPasses()
{
    const auto times = passing(10, [this](double seconds) {
        auto regions = rain(6);
        if (seconds >= 5)
            regions.prepend(regionAt(0.1 + 0.06 * (seconds - 5), 0.3));
        return regions;
    });
    QVERIFY(!times.isEmpty());
    QVERIFY2(times.constFirst() > 5 && times.constFirst() < 7, qPrintable(QString::number(times.constFirst())));
}

void MotionPathsTest::unsettledSceneForgetsPaths()
{
    passing(3, [](double seconds) { return QList{regionAt(0.1 + 0.08 * seconds, 0.3)}; });
    QVERIFY(!m_paths->passing(MotionSample(), start.addSecs(3), aspect).settled);
    MotionSample sample;
    sample.settled = true;
    sample.regions = {regionAt(0.35, 0.3)};
    QVERIFY(m_paths->passing(sample, start.addMSecs(3125), aspect).regions.isEmpty());
}

QTEST_GUILESS_MAIN(MotionPathsTest)
#include "tst_motionpaths.moc"
