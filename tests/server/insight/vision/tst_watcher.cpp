// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/insight/vision/jpeg.h"
#include "server/insight/vision/watcher.h"
#include "tests/server/insight/vision/scene.h"

#include <QJsonArray>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
cv::Mat decoded(const QByteArray &jpeg)
{
    return cv::imdecode(cv::Mat(1, int(jpeg.size()), CV_8UC1, const_cast<char *>(jpeg.constData())), cv::IMREAD_COLOR);
}
}

class WatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reportsAWalkWithItsPicture();
    void closesTheMarkWhenTheCameraIsLost();
    void closesTheMarkWhenTheOrderChanges();
    void wantsNothingWithoutAnOrder();
    void wantsOnlyWhatTheConditionsNeed_data();
    void wantsOnlyWhatTheConditionsNeed();
    void asksForLargePicturesOnlyToSeeFaces();
    void wantsNothingOutsideTheSchedule();
    void watchesForTheSignalWithoutPictures();
    void reportsThePictureInItsOwnSize();
    void needsTheRecordingOfItsClips();
    void closesTheMarkWhenTheClockIsSetBack();
    void isNotDelayedByTheCooldownOfAnotherCamera();
    void makesThumbnails();

private:
    void orderFor(const QJsonObject &conditions, const MarkActions &actions = {});
    void learn();
    void walk(int pictures);

    const DeviceId m_device = DeviceId::generate();
    std::shared_ptr<const WatchOrder> m_order;
    QList<MarkReport> m_reports;
    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<Watcher> m_watcher;
    qint64 m_time = 0;
};

void WatcherTest::init()
{
    orderFor({{u"motion"_s, QJsonObject()}});
    m_watcher.reset(); // reports the end of an open mark
    m_reports.clear();
    m_time = 0;
    m_scene = std::make_unique<Scene>();
    m_watcher = std::make_unique<Watcher>(
        m_device, [this](DeviceId) { return m_order; }, [this](const MarkReport &report) { m_reports += report; });
}

void WatcherTest::orderFor(const QJsonObject &conditions, const MarkActions &actions)
{
    FieldErrors errors;
    const auto condition = Condition::parse(conditions, {}, errors);
    QVERIFY(errors.isEmpty());
    m_order = std::make_shared<WatchOrder>(
        WatchOrder{DeviceModeId::generate(), 3, condition, {500ms, 1000ms, 2000ms, 20'000ms}, {}, {}, actions});
}

void WatcherTest::learn()
{
    for (int i = 0; i < 24; ++i, m_time += 125) {
        m_scene->paint();
        m_watcher->frame(m_scene->at(m_time));
    }
}

void WatcherTest::walk(int pictures)
{
    for (int i = 0; i < pictures; ++i, m_time += 125) {
        m_scene->paint();
        m_scene->walker({20 + i * 20, 120, 40, 110});
        m_watcher->frame(m_scene->at(m_time));
    }
}

void WatcherTest::reportsAWalkWithItsPicture()
{
    learn();
    walk(12);
    QVERIFY(!m_reports.isEmpty());
    const MarkReport opened = m_reports.constFirst();
    QCOMPARE(opened.event.kind, RuleEvent::Kind::Opened);
    QCOMPARE(opened.deviceId, m_device);
    QCOMPARE(opened.modeId, m_order->modeId);
    QCOMPARE(opened.modeVersion, 3);
    QVERIFY(!opened.markId.isNull());
    const cv::Mat picture = decoded(opened.jpeg);
    QCOMPARE(picture.size(), cv::Size(640, 360));
    const Box box = opened.event.regions.constFirst().box;
    const auto middle = picture.at<cv::Vec3b>(int((box.y + box.height / 2) * 360), int((box.x + box.width / 2) * 640));
    QVERIFY2(middle[2] > 150 && middle[0] < 90, "the person is in the middle of the box in the stored picture");
    learn();
    QCOMPARE(m_reports.constLast().event.kind, RuleEvent::Kind::Closed);
    QCOMPARE(m_reports.constLast().markId, opened.markId);
}

void WatcherTest::closesTheMarkWhenTheCameraIsLost()
{
    learn();
    walk(12);
    m_watcher->lost();
    QCOMPARE(m_reports.constLast().event.kind, RuleEvent::Kind::Closed);
    const auto count = m_reports.size();
    m_watcher.reset();
    QCOMPARE(m_reports.size(), count);
}

void WatcherTest::closesTheMarkWhenTheOrderChanges()
{
    learn();
    walk(12);
    const DeviceModeId before = m_order->modeId;
    m_order.reset();
    walk(1);
    QCOMPARE(m_reports.constLast().event.kind, RuleEvent::Kind::Closed);
    QCOMPARE(m_reports.constLast().modeId, before);
}

void WatcherTest::wantsNothingWithoutAnOrder()
{
    QVERIFY(m_watcher->wanted());
    m_order.reset();
    QVERIFY(!m_watcher->wanted());
    learn();
    walk(12);
    QVERIFY(m_reports.isEmpty());
}

void WatcherTest::wantsOnlyWhatTheConditionsNeed_data()
{
    QTest::addColumn<QJsonObject>("conditions");
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<bool>("keyFramesSuffice");
    const QJsonObject motion{{u"motion"_s, QJsonObject()}};
    const QJsonObject face{{u"face"_s, QJsonObject()}};
    const QJsonObject lost{{u"signal"_s, QJsonObject{{u"lost"_s, true}}}};
    const QJsonObject covered{{u"signal"_s, QJsonObject{{u"covered"_s, true}}}};
    const QJsonObject object{{u"object"_s, QJsonObject{{u"labels"_s, QJsonArray{u"person"_s}}}}};
    QTest::newRow("motion") << motion << true << false;
    QTest::newRow("face") << face << true << false;
    QTest::newRow("covered") << covered << true << true;
    QTest::newRow("lost") << lost << false << true;
    QTest::newRow("not evaluated") << object << false << true;
    QTest::newRow("both") << QJsonObject{{u"any"_s, QJsonArray{lost, motion}}} << true << false;
}

void WatcherTest::wantsOnlyWhatTheConditionsNeed()
{
    QFETCH(QJsonObject, conditions);
    orderFor(conditions);
    QTEST(m_watcher->wanted(), "wanted");
    QTEST(m_watcher->keyFramesSuffice(), "keyFramesSuffice");
}

void WatcherTest::asksForLargePicturesOnlyToSeeFaces()
{
    const QJsonObject motion{{u"motion"_s, QJsonObject()}};
    const QJsonObject faces{{u"any"_s, QJsonArray{motion, QJsonObject{{u"face"_s, QJsonObject()}}}}};
    QCOMPARE(m_watcher->pictureSize(), QSize(320, 180));
    orderFor(faces);
    QCOMPARE(m_watcher->pictureSize(), QSize(320, 180)); // nothing can see faces in them
    m_watcher = std::make_unique<Watcher>(
        m_device, [this](DeviceId) { return m_order; }, [this](const MarkReport &report) { m_reports += report; },
        [](const Picture &) { return QList<SeenFace>(); });
    QCOMPARE(m_watcher->pictureSize(), QSize(640, 360));
    orderFor(motion);
    QCOMPARE(m_watcher->pictureSize(), QSize(320, 180));
}

void WatcherTest::wantsNothingOutsideTheSchedule()
{
    auto order = *m_order;
    order.schedule = WeekClock({{{{u"mon"_s}, u"12:00"_s, u"12:01"_s}}, {}}, QTimeZone::utc());
    m_order = std::make_shared<const WatchOrder>(order);
    learn(); // Monday at noon
    walk(12);
    QVERIFY(m_watcher->wanted());
    QCOMPARE(m_reports.constFirst().event.kind, RuleEvent::Kind::Opened);
    const QDateTime end = m_scene->at(60'000).time;
    m_watcher->seen(end);
    QVERIFY(!m_watcher->wanted());
    QCOMPARE(m_reports.constLast().event.kind, RuleEvent::Kind::Closed);
    QVERIFY(m_reports.constLast().event.end < end);
}

void WatcherTest::watchesForTheSignalWithoutPictures()
{
    orderFor({{u"signal"_s, QJsonObject{{u"lost"_s, true}}}});
    m_watcher->seen(Times::now());
    m_watcher->lost();
    QTRY_VERIFY((m_watcher->lost(), !m_reports.isEmpty())); // once the minimum duration is over
    QCOMPARE(m_reports.constFirst().event.label, u"signal"_s);
    m_watcher->seen(Times::now().addMSecs(1500));
    QCOMPARE(m_reports.size(), 2);
    QCOMPARE(m_reports.constLast().event.kind, RuleEvent::Kind::Closed);
    QVERIFY(m_reports.constLast().event.end <= Times::now());
}

void WatcherTest::reportsThePictureInItsOwnSize()
{
    learn();
    int encoded = 0;
    for (int i = 0; i < 12; ++i, m_time += 125) {
        m_scene->paint();
        m_scene->walker({20 + i * 20, 120, 40, 110});
        Picture picture = m_scene->at(m_time);
        picture.original = [&encoded] {
            ++encoded;
            return "large"_ba;
        };
        m_watcher->frame(picture);
    }
    QCOMPARE(m_reports.constFirst().jpeg, "large"_ba);
    QVERIFY2(encoded <= 2, "a large picture is encoded only when it is reported");
}

void WatcherTest::needsTheRecordingOfItsClips()
{
    const auto at = [this](qint64 milliseconds) { return m_scene->at(milliseconds).time; };
    MarkActions actions;
    actions.clip = true;
    actions.preRoll = 30s;
    actions.postRoll = 60s;
    orderFor({{u"motion"_s, QJsonObject()}}, actions);
    // Clips of an earlier process may be waiting for what is on disk.
    QCOMPARE(m_watcher->neededFrom().toMSecsSinceEpoch(), 0);
    m_watcher->seen(at(0));
    m_watcher->seen(at(60'000));
    QCOMPARE(m_watcher->neededFrom(), at(0).addSecs(-3720));
    m_time = 600'000;
    learn();
    QCOMPARE(m_watcher->neededFrom(), at(m_time - 125).addMSecs(-500).addSecs(-40));
    walk(24);
    const QDateTime start = m_reports.constFirst().event.start;
    QCOMPARE(m_watcher->neededFrom(), start.addSecs(-30));
    learn();
    QCOMPARE(m_reports.constLast().event.kind, RuleEvent::Kind::Closed);
    const QDateTime end = m_reports.constLast().event.end;
    m_watcher->seen(end.addSecs(60));
    QCOMPARE(m_watcher->neededFrom(), start.addSecs(-30)); // the clip is made now
    m_watcher->seen(end.addSecs(600));
    QVERIFY(m_watcher->neededFrom() > end);
}

void WatcherTest::closesTheMarkWhenTheClockIsSetBack()
{
    learn();
    walk(12);
    m_time -= 600'000;
    learn();
    QCOMPARE(m_reports.constLast().event.kind, RuleEvent::Kind::Closed);
    QVERIFY(m_reports.constLast().event.end > m_reports.constLast().event.start);
    QCOMPARE(m_reports.constLast().event.start, m_reports.constFirst().event.start);
    // The cooldown of the earlier mark counts from the new time.
    const auto reports = m_reports.size();
    walk(24);
    QVERIFY(m_reports.size() > reports);
    QCOMPARE(m_reports[reports].event.kind, RuleEvent::Kind::Opened);
}

void WatcherTest::isNotDelayedByTheCooldownOfAnotherCamera()
{
    auto order = *m_order;
    order.times.cooldown = 1h;
    m_order = std::make_shared<const WatchOrder>(order);
    learn();
    walk(12);
    learn();
    QCOMPARE(m_reports.constLast().event.kind, RuleEvent::Kind::Closed);
    const auto first = std::exchange(m_watcher, nullptr);
    m_reports.clear();
    m_watcher = std::make_unique<Watcher>(
        DeviceId::generate(), [this](DeviceId) { return m_order; },
        [this](const MarkReport &report) { m_reports += report; });
    learn();
    const QDateTime start = m_scene->at(m_time).time;
    walk(12);
    QCOMPARE(m_reports.constFirst().event.kind, RuleEvent::Kind::Opened);
    QVERIFY(m_reports.constFirst().event.start <= start.addMSecs(250));
}

void WatcherTest::makesThumbnails()
{
    m_scene->paint();
    const QByteArray jpeg = Jpeg::encode(m_scene->at(0));
    QCOMPARE(decoded(Jpeg::scaled(jpeg, {320, 320})).size(), cv::Size(320, 180));
    QCOMPARE(decoded(Jpeg::scaled(jpeg, {2000, 2000})).size(), cv::Size(640, 360));
    QVERIFY(Jpeg::scaled("not a picture", {320, 320}).isEmpty());
    QVERIFY(Jpeg::scaled({}, {320, 320}).isEmpty());
}

QTEST_GUILESS_MAIN(WatcherTest)
#include "tst_watcher.moc"
