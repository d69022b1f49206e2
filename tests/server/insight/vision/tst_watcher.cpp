// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/jpeg.h"
#include "server/insight/vision/watcher.h"
#include "tests/server/insight/vision/scene.h"

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
    void makesThumbnails();

private:
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
    FieldErrors errors;
    const auto condition = Condition::parse({{u"motion"_s, QJsonObject()}}, {}, errors);
    m_order = std::make_shared<WatchOrder>(
        WatchOrder{DeviceModeId::generate(), 3, condition, {500ms, 1000ms, 2000ms, 20'000ms}});
    m_reports.clear();
    m_time = 0;
    m_scene = std::make_unique<Scene>();
    m_watcher.reset();
    m_watcher = std::make_unique<Watcher>(
        m_device, [this](DeviceId) { return m_order; }, [this](const MarkReport &report) { m_reports += report; });
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
