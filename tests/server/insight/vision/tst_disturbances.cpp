// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motion.h"
#include "server/insight/vision/motionpaths.h"
#include "tests/server/insight/vision/scene.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 interval = 125; // 8 fps

/// When a camera sends pictures: at these times of each period, and for how many periods of each kind.
struct Beat
{
    qint64 period;
    QList<qint64> times;
    int learning;
    int empty;
    int walking;
};

/// Changes a picture. The number is the time since the end of the learning in eighths of a second.
using Disturbance = std::function<void(cv::Mat &, int, cv::RNG &)>;

/// Adds a spot with soft edges.
void addSpot(cv::Mat &picture, cv::Point middle, int radius, double strength)
{
    cv::Mat spot(picture.size(), CV_8UC3, cv::Scalar::all(0));
    cv::circle(spot, middle, radius, cv::Scalar::all(std::abs(strength)), cv::FILLED);
    cv::blur(spot, spot, {radius | 1, radius | 1});
    if (strength > 0)
        picture += spot;
    else
        picture -= spot;
}

void shake(cv::Mat &picture, int, cv::RNG &random)
{
    const cv::Matx23d shift(1, 0, random.uniform(-4.0, 4.0), 0, 1, random.uniform(-3.0, 3.0));
    cv::warpAffine(picture.clone(), picture, shift, picture.size(), cv::INTER_LINEAR, cv::BORDER_REFLECT);
}

void rain(cv::Mat &picture, int, cv::RNG &random)
{
    for (int i = 0; i < 25; ++i) {
        const cv::Point top(random.uniform(0, picture.cols), random.uniform(0, picture.rows));
        cv::line(picture, top, top + cv::Point(3, random.uniform(10, 35)), {190, 190, 190}, 1, cv::LINE_AA);
    }
}

void hunt(cv::Mat &picture, int number, cv::RNG &)
{
    picture.convertTo(picture, -1, 1 + 0.15 * std::sin(number * 0.16));
}
}

/// What disturbs a picture makes no motion, and hides nobody.
class DisturbancesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void disturbanceIsNoMotionAndHidesNobody_data();
    void disturbanceIsNoMotionAndHidesNobody();
};

void DisturbancesTest::disturbanceIsNoMotionAndHidesNobody_data()
{
    QTest::addColumn<Disturbance>("disturb");
    QTest::addColumn<Beat>("beat");
    const auto row = [](const char *name, const Disturbance &disturb) {
        QTest::newRow(name) << disturb << Beat{interval, {0}, 16, 30, 24};
        QTest::addRow("%s, 2 pictures a second", name) << disturb << Beat{500, {0}, 9, 8, 12};
        QTest::addRow("%s, three pictures at once", name) << disturb << Beat{1002, {0, 125, 250}, 4, 4, 6};
    };
    row("nothing", [](cv::Mat &, int, cv::RNG &) {});
    row("a camera that shakes", shake);
    row("an exposure that hunts", hunt);
    row("rain", rain);
    row("headlights on the wall", [](cv::Mat &picture, int number, cv::RNG &) {
        addSpot(picture, {number % 30 * 24 - 40, 90}, 60, 90);
    });
    row("the shadow of a cloud", [](cv::Mat &picture, int number, cv::RNG &) {
        addSpot(picture, {number * 10 - 80, 120}, 90, -40);
    });
    row("an insect before the lens", [](cv::Mat &picture, int number, cv::RNG &random) {
        if (number % 3 != 2)
            addSpot(picture, {random.uniform(0, 640), random.uniform(0, 360)}, random.uniform(8, 40), 110);
    });
}

void DisturbancesTest::disturbanceIsNoMotionAndHidesNobody()
{
    QFETCH(Disturbance, disturb);
    QFETCH(Beat, beat);
    Scene scene;
    Motion motion;
    MotionPaths paths;
    cv::RNG random(20261129);
    const qint64 learned = beat.learning * beat.period;
    const qint64 entered = learned + beat.empty * beat.period;
    qsizetype seen = 0;
    for (int i = 0; i < (beat.learning + beat.empty + beat.walking) * beat.times.size(); ++i) {
        const qint64 time = i / beat.times.size() * beat.period + beat.times[i % beat.times.size()];
        scene.paint();
        if (time >= entered) // 45 pixels of 360 high, and 40 pixels further in each second
            scene.walker({200 + int((time - entered) / 25), 240, 18, 45});
        if (time >= learned)
            disturb(scene.picture(), int((time - learned) / interval), random);
        const Picture picture = scene.at(time);
        const auto passing = paths.passing(motion.analyze(picture), picture.time, 640.0 / 360);
        if (time < entered)
            QVERIFY2(passing.regions.isEmpty(), qPrintable(u"picture %1"_s.arg(i)));
        else
            seen += passing.regions.isEmpty() ? 0 : 1;
    }
    QVERIFY2(seen >= beat.walking * beat.times.size() / 3, qPrintable(u"seen in %1 pictures"_s.arg(seen)));
}

QTEST_GUILESS_MAIN(DisturbancesTest)
#include "tst_disturbances.moc"
