// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/insight/vision/motion.h"
#include "server/insight/vision/objectwatch.h"
#include "server/insight/vision/scenecheck.h"
#include "tests/server/insight/vision/objectmodel.h"
#include "tests/server/insight/vision/scene.h"

#include <QFileInfo>
#include <QImage>
#include <QRectF>
#include <QTest>

#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
const QDateTime start(QDate(2026, 11, 23), QTime(12, 0), Times::utc);
constexpr qint64 interval = 125; // 8 fps
constexpr int learning = 24; // pictures

/// Returns the share of `wanted` that the boxes cover.
double covered(const QList<MovingRegion> &regions, const QRectF &wanted)
{
    cv::Mat mask = cv::Mat::zeros(360, 640, CV_8UC1);
    const auto pixels = [](const QRectF &r) {
        return cv::Rect(int(r.x() * 640), int(r.y() * 360), int(r.width() * 640), int(r.height() * 360));
    };
    for (const MovingRegion &region : regions)
        mask(pixels({region.box.x, region.box.y, region.box.width, region.box.height})) = 255;
    const cv::Rect rect = pixels(wanted);
    return cv::countNonZero(mask(rect)) / double(rect.area());
}
}

class MotionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noiseIsNotMotion_data();
    void noiseIsNotMotion();
    void walkingPersonIsDetected();
    void changeOfLightIsNotMotion_data();
    void changeOfLightIsNotMotion();
    void slowCameraWhoseExposureHuntsLearnsItsScene();
    void duskIsNotMotion();
    void walkingPersonIsDetectedAfterAChangeOfLight();
    void changedSizeResetsTheScene();
    void largePicturesAreScaledDown();
    void peopleInARealStreetAreDetected();
    void movedCameraIsDetected();
    void peopleInARealStreetAreFollowed();
};

void MotionTest::noiseIsNotMotion_data()
{
    QTest::addColumn<double>("noise");
    QTest::newRow("none") << 0.0;
    QTest::newRow("a good camera by day") << 3.0;
    QTest::newRow("a cheap camera by night") << 15.0;
}

void MotionTest::noiseIsNotMotion()
{
    QFETCH(double, noise);
    Scene scene;
    Motion motion;
    bool settled = false;
    for (int i = 0; i < 60; ++i) {
        scene.paint(0, noise);
        const auto sample = motion.analyze(scene.at(i * interval));
        settled = settled || sample.settled;
        QVERIFY2(sample.regions.isEmpty(), qPrintable(QString::number(i)));
        QCOMPARE(sample.area, 0.0);
    }
    QVERIFY(settled);
}

void MotionTest::walkingPersonIsDetected()
{
    Scene scene;
    Motion motion;
    for (int i = 0; i < learning; ++i) {
        scene.paint();
        motion.analyze(scene.at(i * interval));
    }
    for (int i = 0; i < 40; ++i) {
        const cv::Rect where(20 + i * 14, 120, 40, 110);
        scene.paint();
        scene.walker(where);
        const auto sample = motion.analyze(scene.at((learning + i) * interval));
        QVERIFY(sample.settled);
        QVERIFY(!sample.regions.isEmpty());
        const QRectF exact(where.x / 640.0, where.y / 360.0, where.width / 640.0, where.height / 360.0);
        QVERIFY(covered(sample.regions, exact) > 0.9);
        const Box &box = sample.regions.constFirst().box;
        QVERIFY2(box.width * box.height < 2 * exact.width() * exact.height(), "the box is too large");
        QVERIFY(sample.largest() > 0.8 * exact.width() * exact.height());
        QVERIFY(sample.largest() <= sample.area);
    }
}

void MotionTest::changeOfLightIsNotMotion_data()
{
    QTest::addColumn<double>("light");
    QTest::addColumn<qint64>("apart"); // milliseconds between pictures
    QTest::newRow("lamp on") << 60.0 << interval;
    QTest::newRow("lamp off") << -60.0 << interval;
    QTest::newRow("a cloud") << -20.0 << interval;
    QTest::newRow("lamp on, 2 pictures a second") << 60.0 << qint64(500);
}

void MotionTest::changeOfLightIsNotMotion()
{
    QFETCH(double, light);
    QFETCH(qint64, apart);
    Scene scene;
    Motion motion;
    for (int i = 0; i < 100; ++i) {
        scene.paint(i < 40 ? 0 : light);
        const auto sample = motion.analyze(scene.at(i * apart));
        QVERIFY2(sample.regions.isEmpty(), qPrintable(QString::number(i)));
        if (i == 40)
            QVERIFY2(!sample.settled, "the scene must be learned again");
    }
    scene.paint(light);
    QVERIFY(motion.analyze(scene.at(100 * apart)).settled);
}

/// Between two pictures of a slow camera, an exposure that hunts goes as far as a lamp that is switched on.
void MotionTest::slowCameraWhoseExposureHuntsLearnsItsScene()
{
    constexpr qint64 apart = 500;
    Scene scene;
    Motion motion;
    for (int i = 0; i < 30; ++i) {
        scene.paint();
        scene.picture().convertTo(scene.picture(), -1, 1 + 0.15 * std::sin(i * 0.2 * M_PI));
        const auto sample = motion.analyze(scene.at(i * apart));
        QVERIFY2(sample.regions.isEmpty(), qPrintable(QString::number(i)));
        QVERIFY2(sample.settled || i < 10, qPrintable(QString::number(i)));
    }
}

void MotionTest::duskIsNotMotion()
{
    Scene scene;
    Motion motion;
    for (int i = 0; i < 200; ++i) {
        scene.paint(-i * 0.3);
        QVERIFY2(motion.analyze(scene.at(i * interval)).regions.isEmpty(), qPrintable(QString::number(i)));
    }
}

void MotionTest::walkingPersonIsDetectedAfterAChangeOfLight()
{
    Scene scene;
    Motion motion;
    for (int i = 0; i < 80; ++i) {
        scene.paint(i < 40 ? 0 : 50);
        motion.analyze(scene.at(i * interval));
    }
    scene.paint(50);
    scene.walker({300, 100, 40, 110});
    QCOMPARE(motion.analyze(scene.at(80 * interval)).regions.size(), 1);
}

void MotionTest::changedSizeResetsTheScene()
{
    Scene wide;
    Scene narrow(480, 360);
    Motion motion;
    for (int i = 0; i < learning; ++i) {
        wide.paint();
        motion.analyze(wide.at(i * interval));
    }
    narrow.paint();
    QVERIFY(!motion.analyze(narrow.at(learning * interval)).settled);
}

void MotionTest::largePicturesAreScaledDown()
{
    Scene scene(1280, 720);
    Motion motion;
    for (int i = 0; i < learning; ++i) {
        scene.paint();
        motion.analyze(scene.at(i * interval));
    }
    scene.paint();
    scene.walker({600, 200, 80, 220});
    const auto sample = motion.analyze(scene.at(learning * interval));
    QCOMPARE(sample.regions.size(), 1);
    QVERIFY(covered(sample.regions, {600 / 1280.0, 200 / 720.0, 80 / 1280.0, 220 / 720.0}) > 0.9);
}

void MotionTest::peopleInARealStreetAreDetected()
{
    const char *path = "/usr/share/doc/opencv-doc/examples/data/vtest.avi";
    if (!QFileInfo::exists(QString::fromLatin1(path)))
        QSKIP("needs the package opencv-doc");
    // Positions of people and of static objects in pixels, measured manually.
    const QHash<int, QList<QRectF>> people{
        {50, {{375, 185, 33, 60}, {505, 220, 75, 75}, {675, 262, 33, 102}}},
        {150, {{594, 232, 24, 75}, {638, 112, 38, 50}, {68, 95, 14, 28}, {440, 195, 30, 70}}},
    };
    const QList<QRectF> still{{70, 495, 90, 35}, {460, 400, 65, 120}, {655, 45, 65, 50}, {320, 450, 35, 20}};
    cv::VideoCapture video(path);
    QVERIFY(video.isOpened());
    Motion motion;
    cv::Mat frame;
    int moving = 0;
    for (int i = 0; i <= 150; ++i) {
        QVERIFY(video.read(frame));
        const auto share = [&](const QRectF &r) {
            return QRectF(r.x() / frame.cols, r.y() / frame.rows, r.width() / frame.cols, r.height() / frame.rows);
        };
        const auto sample =
            motion.analyze({frame.cols, frame.rows, qsizetype(frame.step), frame.data, start.addMSecs(i * 100)});
        moving += sample.area > 0.002 ? 1 : 0;
        for (const QRectF &person : people.value(i))
            QVERIFY2(covered(sample.regions, share(person)) > 0.8, qPrintable(QString::number(person.x())));
        for (const QRectF &thing : still)
            QVERIFY2(covered(sample.regions, share(thing)) < 0.05, qPrintable(QString::number(thing.x())));
    }
    QVERIFY(moving > 125); // people walk all the time, except during the first pictures, which are learned
}

/// A camera on a street looks elsewhere after 20 s. People who walk by, dusk, and a covered lens are no movement.
void MotionTest::movedCameraIsDetected()
{
    const char *path = "/usr/share/doc/opencv-doc/examples/data/vtest.avi";
    if (!QFileInfo::exists(QString::fromLatin1(path)))
        QSKIP("needs the package opencv-doc");
    cv::VideoCapture video(path);
    ViewCheck check;
    qint64 time = 0;
    cv::Mat frame;
    const auto movedAt = [&](const cv::Rect &view, double light) {
        if (!video.read(frame))
            qFatal("the video of the test has ended");
        cv::Mat picture;
        frame(view).convertTo(picture, -1, light);
        time += 200;
        return check.isMoved({picture.cols, picture.rows, qsizetype(picture.step), picture.data, start.addMSecs(time)});
    };
    const cv::Rect before(0, 100, 640, 360);
    const cv::Rect after(90, 150, 640, 360);
    for (int i = 0; i < 100; ++i)
        QVERIFY2(!movedAt(before, i < 50 ? 1 : 0.6), qPrintable(QString::number(i)));
    for (int i = 0; i < 25; ++i)
        QVERIFY(!movedAt(before, 0)); // covered
    QList<qint64> moved;
    const qint64 turned = time;
    for (int i = 0; i < 100; ++i) {
        if (movedAt(after, 1))
            moved += time - turned;
    }
    QVERIFY(!moved.isEmpty());
    QVERIFY2(moved.constFirst() < 5000, qPrintable(QString::number(moved.constFirst())));
    QVERIFY2(moved.constLast() < 15'000, "after a while, the new view is the usual one");
}

/// Looks at a picture once. Returns false if it was shed, because reading the model took too long.
bool readsItsModel(ObjectFinder &finder)
{
    QImage black(64, 36, QImage::Format_BGR888);
    black.fill(Qt::black);
    const auto look = finder.look([black] { return black; }, {{0, 0, 1, 1}}, nullptr);
    return QTest::qWaitFor([&] { return look->state() != ObjectFinder::Look::State::Waiting; }, 10'000)
        && look->state() == ObjectFinder::Look::State::Done;
}

/// Five seconds of a street: people walk, two cars are parked.
void MotionTest::peopleInARealStreetAreFollowed()
{
    const char *path = "/usr/share/doc/opencv-doc/examples/data/vtest.avi";
    if (!QFileInfo::exists(QString::fromLatin1(path)))
        QSKIP("needs the package opencv-doc");
    cv::VideoCapture video(path);
    ObjectFinder finder(ObjectModel::files(), 1);
    ObjectWatch watch(finder, DeviceId::generate());
    Motion motion;
    cv::Mat frame;
    QTRY_VERIFY(readsItsModel(finder));
    for (int i = 0; i <= 50; ++i) {
        QVERIFY(video.read(frame));
        const Picture picture{frame.cols, frame.rows, qsizetype(frame.step), frame.data, start.addMSecs(i * 100)};
        if (watch.see(picture, motion.analyze(picture)) != ObjectWatch::Knowledge::Pending)
            continue;
        QTRY_COMPARE_WITH_TIMEOUT(finder.waiting(), 0, 30'000);
        watch.take(*watch.look(), picture.time);
    }
    // Positions in the last picture in pixels, measured manually. The two in the middle walk side by side.
    const QList<QRectF> people{{375, 185, 33, 60}, {505, 220, 75, 75}, {675, 262, 33, 102}};
    QList<SeenTrack> active = watch.tracks();
    active.removeIf([](const SeenTrack &track) { return !track.isActive(); });
    for (const QRectF &person : people) {
        const Box box{person.x() / 768, person.y() / 576, person.width() / 768, person.height() / 576};
        QVERIFY2(std::any_of(active.begin(), active.end(),
                             [&](const SeenTrack &track) {
                                 return track.label == u"person" && Boxes::within(track.box, box) > 0.6;
                             }),
                 qPrintable(QString::number(person.x())));
    }
    QVERIFY2(
        std::none_of(active.begin(), active.end(), [](const SeenTrack &track) { return track.label != u"person"; }),
        "the parked cars have not moved");
}

QTEST_GUILESS_MAIN(MotionTest)
#include "tst_motion.moc"
