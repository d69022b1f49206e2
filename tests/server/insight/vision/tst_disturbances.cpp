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
constexpr int learning = 16; // pictures
constexpr int empty = 30;
constexpr int walking = 24;
/// Changes a picture, whose number is counted from the end of the learning.
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
    const auto row = [](const char *name, const Disturbance &disturb) { QTest::newRow(name) << disturb; };
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
    Scene scene;
    Motion motion;
    MotionPaths paths;
    cv::RNG random(20261129);
    int seen = 0;
    for (int i = 0; i < learning + empty + walking; ++i) {
        const int walked = i - learning - empty;
        scene.paint();
        if (walked >= 0) // 45 pixels of 360 high, and 5 pixels further in each picture
            scene.walker({200 + 5 * walked, 240, 18, 45});
        if (i >= learning)
            disturb(scene.picture(), i - learning, random);
        const Picture picture = scene.at(i * interval);
        const auto passing = paths.passing(motion.analyze(picture), picture.time, 640.0 / 360);
        if (walked < 0)
            QVERIFY2(passing.regions.isEmpty(), qPrintable(u"picture %1"_s.arg(i)));
        else
            seen += passing.regions.isEmpty() ? 0 : 1;
    }
    QVERIFY2(seen >= walking / 3, qPrintable(u"seen in %1 pictures"_s.arg(seen)));
}

QTEST_GUILESS_MAIN(DisturbancesTest)
#include "tst_disturbances.moc"
