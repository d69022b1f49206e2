// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motionrule.h"
#include "tests/server/insight/vision/rulereference.h"
#include "tests/server/insight/vision/rulescene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace RuleScene;
using namespace std::chrono_literals;

namespace {
Condition parsed(const QByteArray &json)
{
    QByteArray text = json;
    text.replace("YARD", yard().zoneId.toString().toLatin1());
    text.replace("STREET", street().zoneId.toString().toLatin1());
    text.replace("FENCE", fence().zoneId.toString().toLatin1());
    FieldErrors errors;
    const auto condition = Condition::parse(QJsonDocument::fromJson(text).object(), u"/conditions"_s, errors);
    if (!errors.isEmpty())
        qFatal("The condition of the test is invalid: %s", qPrintable(errors.constFirst().pointer));
    return condition;
}

double measured(const Verdict &verdict, const QString &leaf, const QString &value)
{
    return verdict.reason[leaf][u"measured"_s][value].toDouble(-1);
}
}

class TrackLeavesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheReference_data();
    void equalsTheReference();
    void objectMustReachEachLimit();
    void sceneAndRestingObjectsDoNotCount();
    void lineTellsTheDirection();
    void lineIsCrossedOnceByAWayOverIt();
    void zonesAreEnteredInOrder();
    void loiteringIsMeasured();
    void countMustLast();
    void absenceBeginsWithTheFirstObservation();
    void isUnknownWithoutObservations();
    void forgetsWhileTheCameraIsOffline();
    void momentaryConditionOpensAMarkAtOnce();
    void markHasItsObjects();
    void growingDurationIsNoNearMissUntilItEnds();
    void replaysAlike();
};

void TrackLeavesTest::equalsTheReference_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 60; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TrackLeavesTest::equalsTheReference()
{
    QFETCH(unsigned, seed);
    Chance chance(seed);
    int met = 0;
    for (int round = 0; round < 12; ++round) {
        const QJsonObject json = chance.condition(round % 3);
        FieldErrors errors;
        auto condition = Condition::parse(json, {}, errors);
        QVERIFY(errors.isEmpty());
        QList<Observation> history;
        const auto all = chance.history(40);
        for (const Observation &observation : all) {
            history += observation;
            const Verdict verdict = condition.judge(observation);
            QVERIFY(verdict.known);
            const bool wanted = RuleReference(history).isMet(json);
            met += wanted ? 1 : 0;
            QVERIFY2(verdict.met == wanted,
                     (QJsonDocument(json).toJson(QJsonDocument::Compact) + ", observation "
                      + QByteArray::number(history.size()))
                         .constData());
            QCOMPARE(verdict.reason[u"met"_s].toBool(), wanted);
            QVERIFY(verdict.nearness >= 0 && verdict.nearness <= 1 && (verdict.nearness == 1 || !wanted));
            QVERIFY(verdict.score >= 0 && verdict.score <= 1);
        }
    }
    QVERIFY2(met > 10, "the conditions are met now and then");
}

void TrackLeavesTest::objectMustReachEachLimit()
{
    auto person = parsed(R"({"object":{"labels":["person"],"score":0.6,"size":0.01}})");
    SeenTrack track = at(0.3, 0.5); // with a score of 0.7 and a size of 0.01
    const Verdict met = person.judge(seen(0, {track}));
    QVERIFY(met.met);
    QCOMPARE(met.label, u"person"_s);
    QCOMPARE(met.score, 0.7);
    QCOMPARE(met.objects, QList<SeenTrack>{track});
    QCOMPARE(met.regions.constFirst().box, track.box);
    QCOMPARE(measured(met, u"object"_s, u"score"_s), 0.7);
    track.score = 0.3;
    const Verdict weak = person.judge(seen(100, {track}));
    QVERIFY(!weak.met);
    QCOMPARE(weak.nearness, 0.5);
    QCOMPARE(weak.shortfall, (Shortfall{u"/conditions/object/score"_s, 0.3, 0.6}));
    track.score = 0.9;
    track.box.height = 0.15;
    const Verdict small = person.judge(seen(200, {track}));
    QVERIFY(!small.met);
    QCOMPARE(small.shortfall.pointer, u"/conditions/object/size"_s);
    QVERIFY(qAbs(small.nearness - 0.75) < 1e-9);
    QVERIFY(!person.judge(seen(300, {at(0.3, 0.5, 2, u"dog"_s)})).met);
}

void TrackLeavesTest::sceneAndRestingObjectsDoNotCount()
{
    auto car = parsed(R"({"object":{"labels":["person"]}})");
    auto many = parsed(R"({"count":{"at_least":1,"for":0.1}})");
    SeenTrack track = at(0.3, 0.5);
    track.hasMoved = false;
    QVERIFY(!car.judge(seen(0, {track})).met);
    many.judge(seen(0, {track}));
    QVERIFY(!many.judge(seen(1000, {track})).met);
    track.hasMoved = true;
    track.rests = true;
    QVERIFY(!car.judge(seen(2000, {track})).met);
    many.judge(seen(2000, {track}));
    QVERIFY2(many.judge(seen(3000, {track})).met, "an object at rest is there");
}

void TrackLeavesTest::lineTellsTheDirection()
{
    // The line leads down, so that the left of the picture is to its right.
    auto left = parsed(R"({"line":{"zone":"FENCE","direction":"left"}})");
    auto right = parsed(R"({"line":{"zone":"FENCE","direction":"right"}})");
    const auto judge = [&](qint64 time, double x) {
        const Observation observation = seen(time, {at(x, 0.5)});
        const bool toTheLeft = left.judge(observation).met;
        return std::pair(toTheLeft, right.judge(observation).met);
    };
    QCOMPARE(judge(0, 0.4), std::pair(false, false));
    QCOMPARE(judge(200, 0.6), std::pair(true, false));
    QCOMPARE(judge(1100, 0.7), std::pair(true, false)); // for a second
    QCOMPARE(judge(1200, 0.6), std::pair(false, false));
    QCOMPARE(judge(1400, 0.4), std::pair(false, true));
    const Verdict verdict = right.judge(seen(1600, {at(0.35, 0.5)}));
    QCOMPARE(verdict.reason[u"line"_s][u"measured"_s][u"direction"_s].toString(), u"right"_s);
    QVERIFY(qAbs(measured(verdict, u"line"_s, u"distance"_s) - 0.15) < 1e-9);
}

void TrackLeavesTest::lineIsCrossedOnceByAWayOverIt()
{
    auto line = parsed(R"({"line":{"zone":"FENCE"}})");
    line.judge(seen(0, {at(0.4, 0.5)}));
    QVERIFY(!line.judge(seen(200, {at(0.5, 0.5)})).met); // on the line
    QVERIFY(line.judge(seen(400, {at(0.6, 0.5)})).met);
    QVERIFY(!line.judge(seen(3000, {at(0.6, 0.95)})).met);
    QVERIFY(!line.judge(seen(3200, {at(0.4, 0.95)})).met); // beside its end
    QVERIFY2(!line.judge(seen(3400, {at(0.6, 0.5, 2)})).met, "another object began beyond it");
}

void TrackLeavesTest::zonesAreEnteredInOrder()
{
    auto both = parsed(R"({"zones":{"zones":["YARD","STREET"],"within":5}})");
    QVERIFY(!both.judge(seen(0, {at(0.9, 0.5)})).met);
    QVERIFY(!both.judge(seen(1000, {at(0.1, 0.5)})).met); // in the wrong order
    const Verdict met = both.judge(seen(4000, {at(0.9, 0.5)}));
    QVERIFY(met.met);
    QCOMPARE(measured(met, u"zones"_s, u"seconds"_s), 3.0);
    both = parsed(R"({"zones":{"zones":["YARD","STREET"],"within":5}})");
    both.judge(seen(0, {at(0.1, 0.5)}));
    both.judge(seen(4000, {at(0.1, 0.5)}));
    QVERIFY2(!both.judge(seen(5100, {at(0.9, 0.5)})).met, "too slow");
}

void TrackLeavesTest::loiteringIsMeasured()
{
    auto loiter = parsed(R"({"loiter":{"zone":"YARD","longer_than":10}})");
    loiter.judge(seen(0, {at(0.1, 0.5)}));
    const Verdict near = loiter.judge(seen(8000, {at(0.2, 0.5), at(0.3, 0.5, 2)}));
    QVERIFY(!near.met);
    QCOMPARE(measured(near, u"loiter"_s, u"longest"_s), 8.0);
    QCOMPARE(near.shortfall, (Shortfall{u"/conditions/loiter/longer_than"_s, 8, 10}));
    const Verdict met = loiter.judge(seen(10'000, {at(0.2, 0.5), at(0.3, 0.5, 2)}));
    QVERIFY(met.met);
    QCOMPARE(met.objects.size(), 1);
    QCOMPARE(met.score, 0.5);
    loiter.judge(seen(11'000, {at(0.9, 0.5)}));
    QVERIFY(!loiter.judge(seen(12'000, {at(0.2, 0.5)})).met);
}

void TrackLeavesTest::countMustLast()
{
    auto count = parsed(R"({"count":{"zone":"YARD","at_least":2,"for":3}})");
    const QList<SeenTrack> two{at(0.1, 0.5), at(0.2, 0.5, 2), at(0.9, 0.5, 3)};
    QVERIFY(!count.judge(seen(0, two)).met);
    QVERIFY(!count.judge(seen(2900, two)).met);
    const Verdict met = count.judge(seen(3000, two));
    QVERIFY(met.met);
    QCOMPARE(met.objects.size(), 2);
    QCOMPARE(measured(met, u"count"_s, u"count"_s), 2.0);
    QVERIFY(!count.judge(seen(3200, {at(0.1, 0.5)})).met);
    QVERIFY(!count.judge(seen(3400, two)).met);
}

void TrackLeavesTest::absenceBeginsWithTheFirstObservation()
{
    auto absent = parsed(R"({"absent":{"for":8}})");
    QVERIFY(!absent.judge(seen(0, {})).met);
    QVERIFY(absent.judge(seen(8000, {})).met);
    QVERIFY(!absent.judge(seen(9000, {at(0.1, 0.5)})).met);
    QVERIFY(!absent.judge(seen(10'000, {})).met);
    QCOMPARE(absent.judge(seen(18'000, {})).label, u"absent"_s);
}

void TrackLeavesTest::isUnknownWithoutObservations()
{
    auto line = parsed(R"({"line":{"zone":"FENCE"}})");
    auto negated = parsed(R"({"not":{"count":{"at_least":1,"for":1}}})");
    Observation nothing = seen(0, {});
    nothing.tracks.reset();
    QVERIFY(!line.judge(nothing).known);
    QVERIFY(!negated.judge(nothing).met);
    line.judge(seen(0, {at(0.4, 0.5)}));
    nothing.time = noon().addMSecs(200);
    line.judge(nothing);
    QVERIFY2(line.judge(seen(400, {at(0.6, 0.5)})).met, "a picture that was not looked at changes nothing");
}

void TrackLeavesTest::forgetsWhileTheCameraIsOffline()
{
    auto absent = parsed(R"({"absent":{"for":8}})");
    absent.judge(seen(0, {}));
    Observation lost = seen(5000, {});
    lost.lost = true;
    QVERIFY(!absent.judge(lost).known);
    QVERIFY(!absent.judge(seen(9000, {})).met);
    QVERIFY(absent.judge(seen(17'000, {})).met);
    QVERIFY2(!absent.judge(seen(60'000, {})).met, "nothing was known for long");
}

void TrackLeavesTest::momentaryConditionOpensAMarkAtOnce()
{
    MotionRule rule(parsed(R"({"line":{"zone":"FENCE"}})"), {5s, 1s, 2s, 40s});
    rule.observe(seen(0, {at(0.4, 0.5)}));
    const auto step = rule.observe(seen(200, {at(0.6, 0.5)}));
    QCOMPARE(step.events.size(), 1);
    QCOMPARE(step.events[0].kind, RuleEvent::Kind::Opened);
    QCOMPARE(step.events[0].label, u"person"_s);
    QCOMPARE(step.events[0].start, noon().addMSecs(200));
}

void TrackLeavesTest::markHasItsObjects()
{
    MotionRule rule(parsed(R"({"object":{"labels":["person","dog"]}})"), {500ms, 1s, 2s, 40s});
    QList<RuleEvent> events;
    for (int i = 0; i < 40; ++i) {
        QList<SeenTrack> tracks;
        if (i >= 5 && i < 25)
            tracks += at(0.2 + i * 0.01, 0.5, 7);
        if (i >= 10 && i < 20) {
            tracks += at(0.8, 0.5, 9, u"dog"_s);
            tracks.last().box.height = 0.02 * (i - 9); // comes nearer
        }
        events += rule.observe(seen(i * 200, tracks)).events;
    }
    QCOMPARE(events.constLast().kind, RuleEvent::Kind::Closed);
    const auto &objects = events.constLast().objects;
    QCOMPARE(objects.size(), 2);
    QCOMPARE(objects[0].track.label, u"person"_s);
    QCOMPARE(objects[0].time, events.constLast().bestTime);
    QCOMPARE(objects[1].track.id, 9);
    QVERIFY(qAbs(objects[1].box.height - 0.2) < 1e-9);
    QCOMPARE(events.constLast().start, noon().addMSecs(1000));
    QCOMPARE(events.constLast().end, noon().addMSecs(4800));
}

void TrackLeavesTest::growingDurationIsNoNearMissUntilItEnds()
{
    const auto play = [](int seconds) {
        MotionRule rule(parsed(R"({"absent":{"for":200}})"), {0s, 1s, 2s, 40s});
        QList<NearMiss> misses;
        bool opened = false;
        for (int i = 0; i < seconds + 60; ++i) {
            const auto step = rule.observe(seen(i * 1000, i <= seconds ? QList<SeenTrack>() : QList{at(0.3, 0.5)}));
            misses += step.nearMisses;
            opened = opened || !step.events.isEmpty();
        }
        return std::pair(opened, misses);
    };
    const auto [short1, misses] = play(180);
    QVERIFY(!short1);
    QCOMPARE(misses.size(), 1);
    QCOMPARE(misses[0].shortfall, (Shortfall{u"/conditions/absent/for"_s, 180, 200}));
    QCOMPARE(misses[0].start, noon().addSecs(100));
    const auto [long1, none] = play(200);
    QVERIFY(long1);
    QVERIFY(none.isEmpty());
}

/// The same observations make the same marks, byte for byte.
void TrackLeavesTest::replaysAlike()
{
    for (unsigned seed = 100; seed < 110; ++seed) {
        Chance chance(seed);
        FieldErrors errors;
        const auto condition = Condition::parse(chance.condition(2), {}, errors);
        const auto history = chance.history(200);
        const auto play = [&] {
            MotionRule rule(condition, {200ms, 500ms, 500ms, 10s});
            QByteArray marks;
            for (const Observation &observation : history) {
                const auto step = rule.observe(observation);
                for (const RuleEvent &event : step.events)
                    marks += QByteArray::number(int(event.kind)) + event.start.toString(Qt::ISODateWithMs).toLatin1()
                        + event.end.toString(Qt::ISODateWithMs).toLatin1() + QByteArray::number(event.score)
                        + event.label.toUtf8() + QJsonDocument(event.reason).toJson(QJsonDocument::Compact);
                for (const NearMiss &miss : step.nearMisses)
                    marks += miss.shortfall.pointer.toUtf8() + QByteArray::number(miss.nearness);
            }
            return marks;
        };
        const QByteArray first = play();
        QCOMPARE(play(), first);
    }
}

QTEST_GUILESS_MAIN(TrackLeavesTest)
#include "tst_trackleaves.moc"
