// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/watcher.h"
#include "tests/server/insight/vision/detectors.h"
#include "tests/server/insight/vision/scene.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <latch>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QJsonObject lost{{u"signal"_s, QJsonObject{{u"lost"_s, true}}}}; // needs no pictures
const QJsonObject motion{{u"motion"_s, QJsonObject()}};
}

/// Cameras that keep observations of objects although their rule is not about objects.
class KeptObjectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_watcher.reset(); }
    void keepsObjectsWithoutARuleAboutThem();
    void keepsObjectsOutsideTheSchedule();
    void aRuleAboutMotionStaysTheSame();
    void aBusyServerShedsWhatIsKept();
    void costsNothingWithoutANetwork();

private:
    void watch(const QJsonObject &conditions, bool keepsObjects, const Schedule &schedule = {});
    void walk(bool waits = true);
    void show(const cv::Rect &walker, bool waits = true);
    bool sawAPerson() const;

    std::atomic<qint64> m_pixels = 0;
    ObjectFinder::Factory m_factory;
    std::shared_ptr<const WatchOrder> m_order;
    QList<MarkReport> m_reports;
    QList<Observation> m_observed;
    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<ObjectFinder> m_finder;
    std::unique_ptr<Watcher> m_watcher;
    qint64 m_time = 0;
};

void KeptObjectsTest::init()
{
    m_factory = [this] { return std::make_unique<RedDetector>(m_pixels); };
}

/// Begins to watch a new scene.
void KeptObjectsTest::watch(const QJsonObject &conditions, bool keepsObjects, const Schedule &schedule)
{
    FieldErrors errors;
    const auto condition = Condition::parse(conditions, {}, errors);
    QVERIFY(errors.isEmpty());
    m_order = std::make_shared<WatchOrder>(WatchOrder{DeviceModeId::generate(),
                                                      1,
                                                      condition,
                                                      {500ms, 1000ms, 2000ms, 20'000ms},
                                                      WeekClock(schedule, QTimeZone::utc()),
                                                      {},
                                                      {},
                                                      keepsObjects});
    m_watcher.reset();
    m_finder = std::make_unique<ObjectFinder>(m_factory, 1);
    m_watcher = std::make_unique<Watcher>(
        DeviceId::generate(), [this](DeviceId) { return m_order; },
        [this](const MarkReport &report) { m_reports += report; }, Watcher::FaceSource(), m_finder.get(),
        Watcher::NearMissListener(), [this](const Observation &observation) { m_observed += observation; });
    m_scene = std::make_unique<Scene>(320, 180);
    m_reports.clear();
    m_observed.clear();
    m_time = 0;
}

/// Shows a picture with somebody in it. `waits`: until it has been looked at.
void KeptObjectsTest::show(const cv::Rect &walker, bool waits)
{
    m_scene->paint();
    if (!walker.empty())
        m_scene->walker(walker);
    m_watcher->frame(m_scene->at(m_time));
    m_time += 125;
    const QDeadlineTimer deadline(60s);
    while (waits && m_finder->waiting() > 0
           && !deadline.hasExpired()) // a look is much shorter than a step of QTRY_COMPARE
        std::this_thread::sleep_for(100us);
    QVERIFY(!deadline.hasExpired());
}

/// Shows an empty scene and, after three seconds, somebody who walks through it and is gone. `waits`: see show().
void KeptObjectsTest::walk(bool waits)
{
    for (int i = 0; i < 24; ++i)
        show({}, waits);
    for (int i = 0; i < 40; ++i)
        show({10 + i * 6, 60, 20, 55}, waits);
    for (int i = 0; i < 40; ++i)
        show({}, waits);
}

/// Returns true if an observation has somebody who walks.
bool KeptObjectsTest::sawAPerson() const
{
    return std::ranges::any_of(m_observed, [](const Observation &each) {
        return each.tracks && std::ranges::any_of(*each.tracks, [](const SeenTrack &track) {
                   return track.isActive() && track.label == "person"_L1;
               });
    });
}

void KeptObjectsTest::keepsObjectsWithoutARuleAboutThem()
{
    watch(lost, false);
    QVERIFY(!m_watcher->wanted());
    QVERIFY(m_watcher->keyFramesSuffice());
    watch(lost, true);
    QVERIFY(m_watcher->wanted());
    QVERIFY(!m_watcher->keyFramesSuffice());
    for (int i = 0; i < 40; ++i)
        show({});
    QCOMPARE(m_finder->looks(), 1); // a still scene is looked at once, as for a rule about objects
    walk();
    QVERIFY(sawAPerson());
    QVERIFY(m_reports.isEmpty());
}

/// Objects are kept at noon for a rule that is to be tried, although the present rule is active at night.
void KeptObjectsTest::keepsObjectsOutsideTheSchedule()
{
    const Schedule nights{{{{u"mon"_s}, u"22:00"_s, u"23:00"_s}}, {}};
    watch(motion, false, nights);
    walk(); // Monday at noon
    QVERIFY(!m_watcher->wanted());
    QVERIFY(!sawAPerson());
    watch(motion, true, nights);
    walk();
    QVERIFY(m_watcher->wanted());
    QVERIFY(sawAPerson());
    QVERIFY(m_reports.isEmpty()); // the rule is not active
    QVERIFY(std::ranges::none_of(m_observed, &Observation::counts));
}

/// A rule about motion makes the same marks, whether or not objects are kept.
void KeptObjectsTest::aRuleAboutMotionStaysTheSame()
{
    QList<QList<RuleEvent>> events;
    for (const bool keeps : {false, true}) {
        watch(motion, keeps);
        walk();
        QCOMPARE(sawAPerson(), keeps);
        events += QList<RuleEvent>();
        for (const MarkReport &report : std::as_const(m_reports))
            events.last() += report.event;
    }
    QCOMPARE(events[0].size(), events[1].size());
    QVERIFY(events[0].size() >= 2);
    for (qsizetype i = 0; i < events[0].size(); ++i) {
        QCOMPARE(events[1][i].kind, events[0][i].kind);
        QCOMPARE(events[1][i].start, events[0][i].start);
        QCOMPARE(events[1][i].end, events[0][i].end);
        QCOMPARE(events[1][i].score, events[0][i].score);
        QCOMPARE(events[1][i].reason, events[0][i].reason);
    }
}

/// Looks that nobody has time for are shed and counted, and the rule about motion goes on.
void KeptObjectsTest::aBusyServerShedsWhatIsKept()
{
    std::latch may(1);
    m_factory = [&may] { return std::make_unique<SlowDetector>(may); };
    watch(motion, true);
    walk(false);
    QVERIFY(!sawAPerson());
    QCOMPARE(m_reports.constFirst().event.label, u"motion"_s);
    QVERIFY(m_finder->sheds() > 5);
    may.count_down();
    m_watcher.reset();
    m_finder.reset();
}

void KeptObjectsTest::costsNothingWithoutANetwork()
{
    QTest::ignoreMessage(QtWarningMsg, "Objects cannot be found: no network");
    m_factory = []() -> std::unique_ptr<Detector> { throw std::runtime_error("no network"); };
    watch(lost, true);
    QTRY_VERIFY(!m_finder->isAvailable());
    QVERIFY(!m_watcher->wanted());
    QVERIFY(m_watcher->keyFramesSuffice());
}

QTEST_GUILESS_MAIN(KeptObjectsTest)
#include "tst_keptobjects.moc"
