// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/watcher.h"
#include "tests/server/insight/vision/detectors.h"
#include "tests/server/insight/vision/objectmodel.h"
#include "tests/server/insight/vision/scene.h"

#include <QDeadlineTimer>
#include <QImage>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QImage grey()
{
    QImage image(64, 36, QImage::Format_BGR888);
    image.fill(Qt::gray);
    return image;
}

const QList<Box> whole{{0, 0, 1, 1}};
const QJsonObject person{{u"object"_s, QJsonObject{{u"labels"_s, QJsonArray{u"person"_s}}}}};
}

class ObjectWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void planCoversWhatMoves();
    void planStaysInThePicture();
    void findsObjectsOnOtherThreads();
    void missingNetworkTurnsObjectsOff();
    void brokenNetworkTurnsObjectsOff();
    void failingNetworkTurnsObjectsOff();
    void shedsWhatWaitsForTooLong();
    void camerasTakeTurns();
    void aWalkIsOneMark();
    void aStillSceneCostsNothing();
    void aThingThatIsThereMakesNoMark();
    void aBusyServerMakesMarksLater();
    void motionGoesOnWithoutObjects();
    void finishesWhenTheCameraIsLost();

private:
    void watch(const QJsonObject &conditions, ObjectFinder::Factory factory);
    void show(const cv::Rect &walker, bool waits = true);
    void awaitLooks();
    void learn(int pictures = 24);

    std::atomic<qint64> m_pixels = 0;
    std::shared_ptr<const WatchOrder> m_order;
    QList<MarkReport> m_reports;
    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<ObjectFinder> m_finder;
    std::unique_ptr<Watcher> m_watcher;
    qint64 m_time = 0;
};

void ObjectWatchTest::init()
{
    m_reports.clear();
    m_pixels = 0;
    m_time = 0;
    m_scene = std::make_unique<Scene>(320, 180);
    watch(person, [this] { return std::make_unique<RedDetector>(m_pixels); });
}

void ObjectWatchTest::cleanup() { m_watcher.reset(); }

void ObjectWatchTest::watch(const QJsonObject &conditions, ObjectFinder::Factory factory)
{
    FieldErrors errors;
    const auto condition = Condition::parse(conditions, {}, errors);
    QVERIFY(errors.isEmpty());
    m_order = std::make_shared<WatchOrder>(
        WatchOrder{DeviceModeId::generate(), 1, condition, {500ms, 1000ms, 2000ms, 20'000ms}, {}, {}, {}});
    m_watcher.reset();
    m_finder = std::make_unique<ObjectFinder>(std::move(factory), 1);
    m_watcher = std::make_unique<Watcher>(
        DeviceId::generate(), [this](DeviceId) { return m_order; },
        [this](const MarkReport &report) { m_reports += report; }, Watcher::FaceSource(), m_finder.get());
}

/// Waits until all pictures have been looked at. QTRY_COMPARE would wait for much longer than a look takes.
void ObjectWatchTest::awaitLooks()
{
    const QDeadlineTimer deadline(60s);
    while (m_finder->waiting() > 0 && !deadline.hasExpired())
        std::this_thread::sleep_for(100us);
    QCOMPARE(m_finder->waiting(), 0);
}

/// Shows a picture with somebody in it. `waits`: until it has been looked at.
void ObjectWatchTest::show(const cv::Rect &walker, bool waits)
{
    m_scene->paint();
    if (!walker.empty())
        m_scene->walker(walker);
    m_watcher->frame(m_scene->at(m_time));
    m_time += 125;
    if (waits)
        awaitLooks();
}

void ObjectWatchTest::learn(int pictures)
{
    for (int i = 0; i < pictures; ++i)
        show({});
}

void ObjectWatchTest::planCoversWhatMoves()
{
    const double aspect = 16.0 / 9;
    // Somebody far away: a part of at least 0.3 of the height.
    const Box small{0.5, 0.5, 0.01, 0.04};
    const auto one = LookPlan::parts({small}, {}, {}, aspect, false);
    QCOMPARE(one.size(), 1);
    QCOMPARE(one[0].height, 0.3);
    QVERIFY(qAbs(one[0].width * aspect - 0.3) < 1e-9);
    QCOMPARE(Boxes::within(small, one[0]), 1.0);
    // What is near each other is looked at once, what is apart twice.
    QCOMPARE(LookPlan::parts({small, {0.52, 0.5, 0.01, 0.04}}, {}, {}, aspect, false).size(), 1);
    QCOMPARE(LookPlan::parts({small, {0.9, 0.1, 0.01, 0.04}}, {}, {}, aspect, false).size(), 2);
    // Of somebody who is followed, only the legs move.
    const Box body{0.4, 0.2, 0.1, 0.6};
    const auto followed = LookPlan::parts({{0.42, 0.6, 0.06, 0.2}}, {}, {body}, aspect, false);
    QCOMPARE(Boxes::within(body, followed.at(0)), 1.0);
    QVERIFY(followed[0].height > 0.9);
    // Many places are looked at in the whole picture.
    QList<Box> many;
    for (int i = 0; i < 6; ++i)
        many += Box{0.15 * i, i % 2 ? 0.1 : 0.9, 0.01, 0.04};
    const auto limited = LookPlan::parts(many, {}, {}, aspect, false);
    QCOMPARE(limited.size(), LookPlan::mostParts);
    QCOMPARE(limited[0], whole[0]);
    QVERIFY(LookPlan::parts({}, {}, {}, aspect, false).isEmpty());
}

void ObjectWatchTest::planStaysInThePicture()
{
    for (const double aspect : {16.0 / 9, 1.0, 9.0 / 16}) {
        for (int i = 0; i <= 10; ++i) {
            for (int j = 0; j <= 10; ++j) {
                const Box place{i * 0.09, j * 0.09, 0.1, 0.1};
                for (const Box &part : LookPlan::parts({place}, {}, {}, aspect, i % 2)) {
                    QVERIFY(part.x >= 0 && part.y >= 0 && part.x + part.width <= 1 + 1e-9
                            && part.y + part.height <= 1 + 1e-9);
                    QVERIFY(Boxes::within(place, part) > 0.999);
                }
            }
        }
    }
}

void ObjectWatchTest::findsObjectsOnOtherThreads()
{
    ObjectFinder finder([this] { return std::make_unique<RedDetector>(m_pixels); }, 2);
    QVERIFY(finder.isAvailable());
    QList<ObjectFinder::LookPtr> looks;
    for (int i = 0; i < 20; ++i)
        looks += finder.look(
            [i] {
                QImage image = grey();
                for (int x = i; x < i + 10; ++x)
                    image.setPixelColor(x, 5, Qt::red);
                return image;
            },
            whole);
    QTRY_COMPARE(finder.looks(), 20);
    QCOMPARE(finder.sheds(), 0);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(looks[i]->found().at(0).box, (Box{i / 64.0, 5 / 36.0, 10 / 64.0, 1 / 36.0}));
}

void ObjectWatchTest::missingNetworkTurnsObjectsOff()
{
    const QTemporaryDir folder;
    ObjectFinder finder({folder.filePath(u"objects.onnx"_s), folder.filePath(u"objects.txt"_s)}, 1);
    QVERIFY(!finder.isAvailable());
    QVERIFY(finder.problem().contains(u"scripts/install-models"));
    QCOMPARE(finder.look(grey, whole)->state(), ObjectFinder::Look::State::Shed);
    QCOMPARE(finder.standing(), ObjectFinder::Standing::NotInstalled);
    QCOMPARE(ObjectFinder(ObjectModel::files(), 0).standing(), ObjectFinder::Standing::Off);
}

void ObjectWatchTest::brokenNetworkTurnsObjectsOff()
{
    const auto shipped = ObjectModel::files();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Objects cannot be found: .*cannot be used"_s));
    ObjectFinder finder({shipped.labels, shipped.labels}, 1);
    finder.isAvailable();
    QTRY_VERIFY(!finder.isAvailable());
    QVERIFY(finder.problem().contains(shipped.labels));
}

void ObjectWatchTest::failingNetworkTurnsObjectsOff()
{
    QTest::ignoreMessage(QtWarningMsg, "Objects cannot be found: broken");
    ObjectFinder finder([] { return std::make_unique<FailingDetector>(); }, 1);
    const auto look = finder.look(grey, whole);
    QTRY_COMPARE(look->state(), ObjectFinder::Look::State::Shed);
    QCOMPARE(finder.problem(), u"broken"_s);
    QCOMPARE(finder.standing(), ObjectFinder::Standing::Failed);
    QCOMPARE(finder.look(grey, whole)->state(), ObjectFinder::Look::State::Shed);
}

void ObjectWatchTest::shedsWhatWaitsForTooLong()
{
    std::latch may(1);
    ObjectFinder finder([&] { return std::make_unique<SlowDetector>(may); }, 1);
    const auto first = finder.look(grey, whole);
    const auto second = finder.look(grey, whole);
    const auto begun = std::chrono::steady_clock::now();
    QTRY_VERIFY(std::chrono::steady_clock::now() - begun > ObjectFinder::longestWait);
    may.count_down();
    QTRY_COMPARE(finder.waiting(), 0);
    QCOMPARE(first->state(), ObjectFinder::Look::State::Done);
    QCOMPARE(second->state(), ObjectFinder::Look::State::Shed);
    QCOMPARE(finder.sheds(), 1);
}

/// Two cameras share a thread. One asks again as soon as it may; the other is not kept waiting by it.
void ObjectWatchTest::camerasTakeTurns()
{
    std::latch may(1);
    ObjectFinder finder([&] { return std::make_unique<SlowDetector>(may); }, 1);
    QByteArray order; // written by the thread that looks
    const auto ask = [&](char camera) {
        return finder.look(
            [&order, camera] {
                order += camera;
                return grey();
            },
            whole);
    };
    auto eager = ask('a');
    ask('b');
    may.count_down();
    for (int i = 0; i < 3; ++i) {
        QTRY_COMPARE(eager->state(), ObjectFinder::Look::State::Done);
        eager = ask('a');
        ask('b');
    }
    QTRY_COMPARE(finder.waiting(), 0);
    QCOMPARE(order, "abababab"_ba);
}

void ObjectWatchTest::aWalkIsOneMark()
{
    learn();
    for (int i = 0; i < 40; ++i)
        show({10 + i * 6, 60, 20, 55});
    learn(60);
    QVERIFY(m_reports.size() >= 2);
    const DeviceMarkId mark = m_reports.constFirst().markId;
    for (const MarkReport &report : m_reports)
        QCOMPARE(report.markId, mark);
    const RuleEvent closed = m_reports.constLast().event;
    QCOMPARE(closed.kind, RuleEvent::Kind::Closed);
    QCOMPARE(closed.label, u"person"_s);
    QVERIFY(qAbs(closed.score - 0.8) < 0.01);
    QCOMPARE(closed.objects.size(), 1);
    QVERIFY(qAbs(closed.objects[0].box.height - 110.0 / 360) < 0.05);
    const auto &measured = closed.reason[u"object"_s][u"measured"_s];
    QCOMPARE(measured[u"label"_s].toString(), u"person"_s);
    const QDateTime began = m_scene->at(24 * 125).time;
    QVERIFY2(qAbs(began.msecsTo(closed.start)) < 1000, qPrintable(closed.start.toString(Qt::ISODateWithMs)));
    QVERIFY2(qAbs(began.addMSecs(40 * 125).msecsTo(closed.end)) < 1000,
             qPrintable(closed.end.toString(Qt::ISODateWithMs)));
}

void ObjectWatchTest::aStillSceneCostsNothing()
{
    learn(40);
    QCOMPARE(m_finder->looks(), 1); // the scene, once
    const qint64 looked = m_pixels;
    learn(60);
    QCOMPARE(m_finder->looks(), 1);
    show({150, 100, 6, 14});
    show({152, 100, 6, 14});
    QVERIFY(m_finder->looks() > 1);
    const qint64 part = (m_pixels - looked) / (m_finder->looks() - 1);
    QVERIFY2(part * 8 < qint64(320) * 180, "only the place where something moves is looked at");
    QVERIFY(m_reports.isEmpty());
}

void ObjectWatchTest::aThingThatIsThereMakesNoMark()
{
    for (int i = 0; i < 40; ++i)
        show({150, 60, 60, 30});
    for (int i = 0; i < 40; ++i)
        show({150 + i % 2, 60, 60, 30}); // trembles
    QVERIFY(m_finder->looks() >= 1);
    QVERIFY(m_reports.isEmpty());
}

void ObjectWatchTest::aBusyServerMakesMarksLater()
{
    learn();
    for (int i = 0; i < 40; ++i)
        show({10 + i * 6, 60, 20, 55}, i % 8 == 7); // most pictures come while another is looked at
    learn(60);
    QCOMPARE(m_reports.constFirst().event.kind, RuleEvent::Kind::Opened);
    QCOMPARE(m_reports.constFirst().event.label, u"person"_s);
}

void ObjectWatchTest::motionGoesOnWithoutObjects()
{
    QTest::ignoreMessage(QtWarningMsg, "Objects cannot be found: no network");
    watch({{u"any"_s, QJsonArray{person, QJsonObject{{u"motion"_s, QJsonObject()}}}}},
          []() -> std::unique_ptr<Detector> { throw std::runtime_error("no network"); });
    QTRY_VERIFY(!m_finder->isAvailable());
    QVERIFY(m_watcher->wanted());
    learn();
    for (int i = 0; i < 20; ++i)
        show({10 + i * 6, 60, 20, 55});
    QCOMPARE(m_reports.constFirst().event.label, u"motion"_s);
}

void ObjectWatchTest::finishesWhenTheCameraIsLost()
{
    std::latch may(1);
    learn();
    for (int i = 0; i < 20; ++i)
        show({10 + i * 6, 60, 20, 55});
    QCOMPARE(m_reports.constFirst().event.kind, RuleEvent::Kind::Opened);
    m_watcher->lost();
    QCOMPARE(m_reports.constLast().event.kind, RuleEvent::Kind::Closed);
    watch(person, [&] { return std::make_unique<SlowDetector>(may); });
    m_reports.clear();
    for (int i = 0; i < 30; ++i)
        show({}, false);
    m_watcher->lost(); // does not wait for the look
    QVERIFY(m_reports.isEmpty());
    may.count_down();
    QTRY_COMPARE(m_finder->waiting(), 0);
}

QTEST_GUILESS_MAIN(ObjectWatchTest)
#include "tst_objectwatch.moc"
