// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/insight/vision/motionrule.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Times::utc);

Condition motionCondition()
{
    FieldErrors errors;
    return Condition::parse({{u"motion"_s, QJsonObject{{u"threshold"_s, 0.01}, {u"min_area"_s, 0.01}}}}, {}, errors);
}

Observation observation(qint64 milliseconds, double area)
{
    MotionSample motion{true, area, {}};
    if (area > 0)
        motion.regions += MovingRegion{{0.1, 0.1, 0.2, 0.2}, area};
    return {noon.addMSecs(milliseconds), motion};
}

/// Plays a scene with a letter per picture. `.`: no motion; `1` to `9`: hundredths of the picture that move; `!`: the
/// camera goes offline; blank: no picture.
struct Played
{
    QStringList events; ///< `opened 1.0-1.5`: kind, start and end in seconds
    QList<RuleEvent> all;
    QList<qint64> best; ///< milliseconds
    QStringList nearMisses; ///< `/min_duration 0.4 of 0.5, 1.0-1.4`: limit, measured and required value, start and end
};

Played play(const QString &pictures, const RuleTimes &times, int interval = 100)
{
    MotionRule rule(motionCondition(), times);
    Played played;
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const QChar c = pictures[i];
        QList<RuleEvent> events;
        if (c == u'!') {
            events = rule.lost();
        } else if (c != u' ') {
            const auto step = rule.observe(observation(i * interval, c == u'.' ? 0 : c.digitValue() / 100.0));
            events = step.events;
            if (step.best)
                played.best += i * interval;
            for (const NearMiss &miss : step.nearMisses)
                played.nearMisses += u"%1 %2 of %3, %4-%5"_s.arg(miss.shortfall.pointer)
                                         .arg(miss.shortfall.measured)
                                         .arg(miss.shortfall.required)
                                         .arg(double(noon.msecsTo(miss.start)) / 1000, 0, 'f', 1)
                                         .arg(double(noon.msecsTo(miss.end)) / 1000, 0, 'f', 1);
        }
        for (const RuleEvent &event : events) {
            static const QStringList kinds{u"opened"_s, u"updated"_s, u"closed"_s};
            played.events += u"%1 %2-%3"_s.arg(kinds[int(event.kind)])
                                 .arg(double(noon.msecsTo(event.start)) / 1000, 0, 'f', 1)
                                 .arg(double(noon.msecsTo(event.end)) / 1000, 0, 'f', 1);
            played.all += event;
        }
    }
    return played;
}
}

class MotionRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesMarks_data();
    void makesMarks();
    void followsThePaceOfTheCamera_data();
    void followsThePaceOfTheCamera();
    void followsThePaceOfFaceDetection();
    void closesTheMarkWhenTheClockIsSetBack();
    void startsTheMarkWhenTheHourHasRoom();
    void keepsTheBestPicture();
    void scoresByTheMedian();
    void reportsTheReason();
    void tellsWhatNearlyMadeAMark_data();
    void tellsWhatNearlyMadeAMark();
};

void MotionRuleTest::makesMarks_data()
{
    QTest::addColumn<QString>("pictures");
    QTest::addColumn<RuleTimes>("times");
    QTest::addColumn<QStringList>("events");
    const RuleTimes usual{500ms, 1000ms, 2000ms, 4000ms};
    QTest::newRow("nothing") << u"............"_s << usual << QStringList{};
    QTest::newRow("a mark") << u"..2222222.............."_s << usual
                            << QStringList{u"opened 0.2-0.7"_s, u"closed 0.2-0.8"_s};
    QTest::newRow("too short") << u"..22222................"_s << usual << QStringList{};
    QTest::newRow("too little") << u"..00000000............."_s << usual << QStringList{};
    QTest::newRow("a picture missed before the mark opens")
        << u"22.222............"_s << usual << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-0.5"_s};
    QTest::newRow("separate blips are not motion") << u"2.....2.....2.....2.....2......"_s << usual << QStringList{};
    QTest::newRow("a pause is bridged") << u"222222.........222................."_s << usual
                                        << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-1.7"_s};
    QTest::newRow("a longer pause ends it")
        << u"222222...........2222222222........"_s << usual << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-0.5"_s};
    QTest::newRow("after the cooldown the next")
        << u"222222..................2222222222"_s << RuleTimes{500ms, 1000ms, 2000ms, 4000ms}
        << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-0.5"_s, u"opened 2.5-3.0"_s};
    QTest::newRow("no cooldown without a mark")
        << u"22222.....222222............."_s << usual << QStringList{u"opened 1.0-1.5"_s, u"closed 1.0-1.5"_s};
    QTest::newRow("the longest ends, and the next begins after the cooldown")
        << u"2"_s.repeated(70) << usual << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-3.9"_s, u"opened 5.9-6.4"_s};
    QTest::newRow("immediately without cooldown")
        << u"22....22....."_s << RuleTimes{0ms, 200ms, 0ms, 4000ms}
        << QStringList{u"opened 0.0-0.0"_s, u"closed 0.0-0.1"_s, u"opened 0.6-0.6"_s, u"closed 0.6-0.7"_s};
    QTest::newRow("the camera is lost") << u"2222222!           "_s << usual
                                        << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-0.6"_s};
    QTest::newRow("the camera is lost too early") << u"2222!           2222"_s << usual << QStringList{};
    QTest::newRow("lost twice") << u"2222222!!"_s << usual << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-0.6"_s};
    QTest::newRow("no pictures for long")
        << u"2222222                        2"_s << usual << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-0.6"_s};
    QTest::newRow("a better picture is reported once per second")
        << u"22222233333333333389999999999999"_s << usual
        << QStringList{u"opened 0.0-0.5"_s, u"updated 0.0-1.5"_s, u"updated 0.0-2.5"_s};
}

void MotionRuleTest::makesMarks()
{
    QFETCH(QString, pictures);
    QFETCH(RuleTimes, times);
    QFETCH(QStringList, events);
    const auto played = play(pictures, times);
    QCOMPARE(played.events, events);
}

void MotionRuleTest::followsThePaceOfTheCamera_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<QString>("pictures");
    QTest::addColumn<RuleTimes>("times");
    QTest::addColumn<QStringList>("events");
    const RuleTimes usual{500ms, 3000ms, 2000ms, 40'000ms};
    const RuleTimes noGap{500ms, 0ms, 0ms, 40'000ms};
    QTest::newRow("one per second") << 1000 << u"....22222......"_s << usual
                                    << QStringList{u"opened 4.0-5.0"_s, u"closed 4.0-8.0"_s};
    QTest::newRow("one per second, one missed")
        << 1000 << u"....2.222......"_s << usual << QStringList{u"opened 4.0-6.0"_s, u"closed 4.0-8.0"_s};
    QTest::newRow("one per second, separate blips") << 1000 << u"....2...2...2....."_s << usual << QStringList{};
    QTest::newRow("one per second, no gap")
        << 1000 << u"....22222......"_s << noGap << QStringList{u"opened 4.0-5.0"_s, u"closed 4.0-8.0"_s};
    QTest::newRow("two per second") << 500 << u"....2222222........."_s << usual
                                    << QStringList{u"opened 2.0-2.5"_s, u"closed 2.0-5.0"_s};
    QTest::newRow("0.7 s apart") << 700 << u"....22222......"_s << noGap
                                 << QStringList{u"opened 2.8-3.5"_s, u"closed 2.8-5.6"_s};
    QTest::newRow("eight per second, no gap")
        << 125 << u"2"_s.repeated(160) << noGap << QStringList{u"opened 0.0-0.5"_s};
    QTest::newRow("ten per second, no gap, pictures missed")
        << 100 << u"222222..222222..222222......"_s << noGap << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-2.1"_s};
    QTest::newRow("ten per second, no gap, two motions")
        << 100 << u"222222......222222......"_s << noGap
        << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-0.5"_s, u"opened 1.2-1.7"_s, u"closed 1.2-1.7"_s};
    QTest::newRow("ten per second, no gap, a stall")
        << 100 << u"222222      222222......"_s << noGap << QStringList{u"opened 0.0-0.5"_s, u"closed 0.0-1.7"_s};
    QTest::newRow("ten per second, becomes one per second")
        << 100 << u"222222"_s + u"         2"_s.repeated(9) << noGap << QStringList{u"opened 0.0-0.5"_s};
}

void MotionRuleTest::followsThePaceOfTheCamera()
{
    QFETCH(int, interval);
    QFETCH(QString, pictures);
    QFETCH(RuleTimes, times);
    QFETCH(QStringList, events);
    const auto played = play(pictures, times, interval);
    QCOMPARE(played.events, events);
}

void MotionRuleTest::followsThePaceOfFaceDetection()
{
    FieldErrors errors;
    MotionRule rule(Condition::parse({{u"face"_s, QJsonObject()}}, {}, errors), {500ms, 0ms, 0ms, 40'000ms});
    const SeenFace face{{0.4, 0.4, 0.1, 0.2}, 0.9, {}, 0};
    QList<RuleEvent> events;
    for (int i = 0; i < 64; ++i) { // eight pictures per second; a face is in view from the second to the fifth second
        Observation seen{noon.addMSecs(i * 125), {}};
        if (i % 4 == 0)
            seen.faces = i >= 16 && i <= 40 ? QList{face} : QList<SeenFace>();
        events += rule.observe(seen).events;
    }
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].kind, RuleEvent::Kind::Opened);
    QCOMPARE(events[0].start, noon.addSecs(2));
    QCOMPARE(events[1].kind, RuleEvent::Kind::Closed);
    QCOMPARE(events[1].end, noon.addSecs(5));
}

void MotionRuleTest::closesTheMarkWhenTheClockIsSetBack()
{
    MotionRule rule(motionCondition(), {500ms, 3000ms, 60'000ms, 40'000ms, {}, 1});
    QList<RuleEvent> events;
    for (int i = 0; i < 20; ++i)
        events += rule.observe(observation(i * 100, 0.05)).events;
    QCOMPARE(events.size(), 1);
    QCOMPARE(rule.openSince(), noon);
    const QDateTime earlier = noon.addSecs(-600);
    events += rule.observe({earlier, {true, 0, {}}}).events;
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[1].kind, RuleEvent::Kind::Closed);
    QCOMPARE(events[1].start, noon);
    QCOMPARE(events[1].end, noon.addMSecs(1900));
    QVERIFY(!rule.openSince().isValid());
    // The cooldown and the limit per hour count from the new time, and do not last ten minutes longer.
    QCOMPARE(rule.lastEnds().value(u"motion"_s), earlier);
}

void MotionRuleTest::startsTheMarkWhenTheHourHasRoom()
{
    MotionRule rule(motionCondition(), {500ms, 1000ms, 0ms, 10'000ms, {}, 1});
    QList<RuleEvent> events;
    for (int i = 0; i < 36'500; ++i) // motion without end
        events += rule.observe(observation(i * 100, 0.05)).events;
    QCOMPARE(events.size(), 4); // two marks
    QCOMPARE(events[2].kind, RuleEvent::Kind::Opened);
    QVERIFY(events[2].start >= noon.addSecs(3600));
}

void MotionRuleTest::keepsTheBestPicture()
{
    const auto played = play(u"..1123521............."_s, {500ms, 1000ms, 2000ms, 4000ms});
    QCOMPARE(played.best, (QList<qint64>{200, 400, 500, 600}));
    QCOMPARE(played.all.constLast().kind, RuleEvent::Kind::Closed);
    QCOMPARE(played.all.constLast().bestTime, noon.addMSecs(600));
    QCOMPARE(played.all.constLast().regions, (QList{MovingRegion{{0.1, 0.1, 0.2, 0.2}, 0.05}}));
}

void MotionRuleTest::scoresByTheMedian()
{
    const auto played = play(u"1111199............."_s, {500ms, 1000ms, 2000ms, 4000ms});
    QCOMPARE(played.all.constLast().score, 0.5); // 1 equals the threshold
}

void MotionRuleTest::reportsTheReason()
{
    const auto played = play(u"2222226............."_s, {500ms, 1000ms, 2000ms, 4000ms});
    QCOMPARE(played.all.constLast().reason[u"motion"_s][u"measured"_s][u"area"_s], QJsonValue(0.06));
    QCOMPARE(played.all.constLast().reason[u"met"_s], QJsonValue(true));
}

void MotionRuleTest::tellsWhatNearlyMadeAMark_data()
{
    QTest::addColumn<QString>("pictures");
    QTest::addColumn<RuleTimes>("times");
    QTest::addColumn<QStringList>("nearMisses");
    const QString still = u"."_s.repeated(60);
    const RuleTimes usual{500ms, 500ms, 2000ms, 4000ms};
    QTest::newRow("nothing") << still << usual << QStringList{};
    QTest::newRow("a mark") << u"..2222222"_s + still << usual << QStringList{};
    QTest::newRow("a mark that begins and ends slowly") << u"1111112222222111111"_s + still << usual << QStringList{};
    QTest::newRow("too short") << u".....2222"_s + still << usual
                               << QStringList{u"/min_duration 0.3 of 0.5, 0.5-0.8"_s};
    QTest::newRow("much too short") << u".....22"_s + still << usual << QStringList{};
    QTest::newRow("again during the cooldown")
        << u"2222222"_s + still + u"22222222"_s + still << RuleTimes{500ms, 500ms, 60'000ms, 4000ms}
        << QStringList{u"/cooldown 6.1 of 60, 6.7-7.4"_s};
    QTest::newRow("more than in an hour")
        << u"2222222"_s + still + u"22222222"_s + still << RuleTimes{500ms, 500ms, 0ms, 4000ms, {}, 1}
        << QStringList{u"/max_per_hour 2 of 1, 7.2-7.2"_s};
}

void MotionRuleTest::tellsWhatNearlyMadeAMark()
{
    QFETCH(QString, pictures);
    QFETCH(RuleTimes, times);
    QFETCH(QStringList, nearMisses);
    QCOMPARE(play(pictures, times).nearMisses, nearMisses);
}

QTEST_GUILESS_MAIN(MotionRuleTest)
#include "tst_motionrule.moc"
