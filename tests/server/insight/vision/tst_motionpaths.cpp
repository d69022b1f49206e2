// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/insight/vision/motionpaths.h"
#include "server/insight/vision/motionrule.h"

#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <functional>
#include <random>

using namespace Qt::StringLiterals;

namespace {
const QDateTime start(QDate(2026, 11, 23), QTime(12, 0), Times::utc);
constexpr int picturesPerSecond = 8;
constexpr double aspect = 16.0 / 9;

/// When a camera sends pictures: at these times of each period, in milliseconds.
struct Beat
{
    qint64 period;
    QList<qint64> times = {0};
};

QList<qint64> timesOf(const Beat &beat, qint64 length)
{
    QList<qint64> times;
    for (qint64 from = 0; from < length; from += beat.period) {
        for (const qint64 time : beat.times)
            times += from + time;
    }
    return times;
}

void paces(bool withFarApart)
{
    QTest::addColumn<Beat>("beat");
    QTest::newRow("8 pictures a second") << Beat{125};
    QTest::newRow("5 a second") << Beat{200};
    QTest::newRow("3 a second") << Beat{333};
    QTest::newRow("2 a second") << Beat{500};
    QTest::newRow("3 in two seconds") << Beat{667};
    QTest::newRow("three at once, and a pause") << Beat{1002, {0, 125, 250}};
    QTest::newRow("two at once, and a pause") << Beat{1000, {0, 125}};
    QTest::newRow("two that differ by the least time") << Beat{1000, {0, 1}};
    QTest::newRow("jitter and stalls") << Beat{2400, {0, 40, 340, 420, 545, 1445, 1750, 2250}};
    if (withFarApart)
        QTest::newRow("1 a second") << Beat{1000};
}

MovingRegion regionAt(double x, double y, double width = 0.03, double height = 0.15)
{
    return {{x, y, width, height}, 0.6 * width * height};
}

/// Returns what moves of a tree in a storm: twigs that come and go, and every ten seconds a branch that bends in one
/// direction for ten pictures.
QList<MovingRegion> tree(double seconds)
{
    const int picture = int(std::lround(seconds * picturesPerSecond));
    QList<MovingRegion> regions;
    for (int twig = 0; twig < 8; ++twig) {
        if ((picture + 5 * twig) % 12 < 6)
            regions += regionAt(0.05 + 0.08 * (twig % 4), twig < 4 ? 0.15 : 0.29, 0.03, 0.06);
    }
    const int bent = picture % 80 - 70;
    if (bent >= 0)
        regions += regionAt(0.06 + 0.0095 * bent, 0.17, 0.07, 0.12);
    return regions;
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
    void eachWalkMakesItsMarkAtAnyPace_data();
    void eachWalkMakesItsMarkAtAnyPace();
    void personWhoStopsCountsUntilTheSceneIsLearned();
    void personBehindAPostStaysOne();
    void whatGoesNowhereDoesNotPass_data();
    void whatGoesNowhereDoesNotPass();
    void whatGoesNowhereDoesNotPassAtAnyPace_data();
    void whatGoesNowhereDoesNotPassAtAnyPace();
    void amongInsectsWhatSwaysCountsLater();
    void stormDoesNotPass();
    void personBeforeATreeInAStormPasses();
    void rainDoesNotPass();
    void personInTheRainPasses();
    void inTheRainASideAtATimeDoesNotPass();
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

void MotionPathsTest::eachWalkMakesItsMarkAtAnyPace_data() { paces(true); }

/// Every twelve seconds, a person walks in four seconds through an empty room, near the camera.
void MotionPathsTest::eachWalkMakesItsMarkAtAnyPace()
{
    QFETCH(Beat, beat);
    constexpr qint64 period = 12'000;
    constexpr qint64 before = 8'130;
    constexpr int walks = 5;
    FieldErrors errors;
    const QJsonObject motion{{u"motion"_s, QJsonObject{{u"min_area"_s, 0.00015}, {u"threshold"_s, 0.00015}}}};
    MotionRule rule(Condition::parse(motion, {}, errors), RuleTimes());
    QList<qint64> begins;
    for (const qint64 time : timesOf(beat, walks * period + 3000)) {
        MotionSample sample;
        sample.settled = true;
        const double share = double(time % period - before) / 4000;
        const double left = std::max(0.0, 1.16 * share - 0.13);
        const double right = std::min(1.0, 1.16 * share - 0.03);
        if (right - left > 0.01)
            sample.regions = {regionAt(left, 0.32, right - left, 0.62)};
        sample.area = sample.largest();
        const QDateTime now = start.addMSecs(time);
        Observation observation{now, {}};
        observation.motion = m_paths->passing(sample, now, aspect);
        observation.counts = true;
        for (const RuleEvent &event : rule.observe(observation).events) {
            if (event.kind == RuleEvent::Kind::Opened)
                begins += start.msecsTo(event.start);
        }
    }
    QCOMPARE(begins.size(), walks);
    for (int i = 0; i < walks; ++i)
        QVERIFY(begins[i] >= i * period + before && begins[i] < i * period + before + 4000);
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

void MotionPathsTest::whatGoesNowhereDoesNotPassAtAnyPace_data() { paces(false); }

/// A flag, a bush whose branches join, insects, and something that opens, all before one camera.
void MotionPathsTest::whatGoesNowhereDoesNotPassAtAnyPace()
{
    QFETCH(Beat, beat);
    std::uniform_real_distribution<double> place(0, 0.4);
    for (const qint64 time : timesOf(beat, 60'000)) {
        const double seconds = double(time) / 1000;
        MotionSample sample;
        sample.settled = true;
        sample.regions = {regionAt(0.7 + 0.01 * std::sin(9 * seconds), 0.3, 0.08, 0.1),
                          regionAt(0.85, 0.5, int(seconds * 3) % 2 == 0 ? 0.08 : 0.12, 0.2),
                          regionAt(0.6, 0.7, 0.05 + 0.02 * std::sin(seconds), 0.2)};
        if (place(m_random) < 0.2)
            sample.regions += regionAt(place(m_random), 2 * place(m_random), 0.05, 0.09);
        const auto passing = m_paths->passing(sample, start.addMSecs(time), aspect);
        QVERIFY2(passing.regions.isEmpty(), qPrintable(QString::number(seconds)));
    }
}

void MotionPathsTest::amongInsectsWhatSwaysCountsLater()
{
    std::uniform_real_distribution<double> place(0, 0.9);
    QPointF insect;
    /// Returns when something first passes that goes on after 20 s at a speed, and sways.
    const auto firstPassing = [&](double speed, double sway) {
        init();
        const auto times = passing(23, [&](double seconds) {
            const int picture = int(std::lround(seconds * picturesPerSecond));
            if (picture % 4 == 0)
                insect = {place(m_random), place(m_random)};
            QList<MovingRegion> regions;
            if (picture % 4 < 2)
                regions += regionAt(insect.x(), insect.y(), 0.05, 0.09);
            if (seconds >= 20)
                regions += regionAt(0.1 + speed * (seconds - 20), 0.4 + (picture % 2 == 0 ? sway : -sway), 0.05, 0.09);
            return regions;
        });
        return times.value(0, 1000);
    };
    QCOMPARE(firstPassing(0.25, 0.02), 1000); // an insect that flies on
    QVERIFY(firstPassing(0.25, 0) < 21.5); // a cyclist
    const double child = firstPassing(0.08, 0.0067);
    QVERIFY2(child > 22 && child < 23, qPrintable(QString::number(child)));
}

void MotionPathsTest::stormDoesNotPass()
{
    const auto times = passing(60, tree);
    QVERIFY2(times.isEmpty(), qPrintable(QString::number(times.value(0))));
}

void MotionPathsTest::personBeforeATreeInAStormPasses()
{
    const auto times = passing(64, [](double seconds) {
        auto regions = tree(seconds);
        if (seconds >= 60)
            regions.prepend(regionAt(0.02 + 0.07 * (seconds - 60), 0.2, 0.1, 0.5));
        return regions;
    });
    QVERIFY(!times.isEmpty());
    QVERIFY2(times.constFirst() > 60 && times.constFirst() < 62, qPrintable(QString::number(times.constFirst())));
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

void MotionPathsTest::inTheRainASideAtATimeDoesNotPass()
{
    const auto times = passing(10, [this](double seconds) {
        auto regions = rain(12);
        const int picture = int(std::lround((seconds - 5) * picturesPerSecond));
        if (seconds >= 5)
            regions.prepend(regionAt(0.1 + 0.0075 * (picture - picture % 2), 0.3, picture % 2 == 0 ? 0.03 : 0.045));
        return regions;
    });
    QVERIFY(times.isEmpty());
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
