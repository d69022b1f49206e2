// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recording/motionlevels.h"
#include "server/insight/observations/liveobservations.h"
#include "server/insight/preview/replay.h"
#include "server/insight/vision/precision.h"
#include "tests/server/insight/vision/rulescene.h"
#include "tests/support/slowdown.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace RuleScene;
using namespace std::chrono_literals;

namespace {
constexpr int rate = 8; ///< observations a second

QByteArray textOf(const MotionRule::Step &step)
{
    const auto boxOf = [](const Box &box) {
        return QByteArray::number(box.x) + QByteArray::number(box.y) + QByteArray::number(box.width)
            + QByteArray::number(box.height);
    };
    QByteArray text;
    for (const RuleEvent &event : step.events) {
        text += QByteArray::number(int(event.kind)) + event.start.toString(Qt::ISODateWithMs).toLatin1()
            + event.end.toString(Qt::ISODateWithMs).toLatin1() + event.bestTime.toString(Qt::ISODateWithMs).toLatin1()
            + QByteArray::number(event.score, 'g', 17) + event.label.toUtf8()
            + QJsonDocument(event.reason).toJson(QJsonDocument::Compact);
        for (const ZoneId zone : event.zones)
            text += zone.toString().toLatin1();
        for (const MarkedObject &object : event.objects)
            text += QByteArray::number(object.track.id) + boxOf(object.box);
    }
    for (const NearMiss &miss : step.nearMisses)
        text += miss.start.toString(Qt::ISODateWithMs).toLatin1() + miss.end.toString(Qt::ISODateWithMs).toLatin1()
            + miss.shortfall.pointer.toUtf8() + QByteArray::number(miss.nearness, 'g', 17)
            + QJsonDocument(miss.reason).toJson(QJsonDocument::Compact);
    return text;
}

/// A history in which the camera is lost now and then, and in which nothing changes for up to a minute.
QList<Observation> eventful(Chance &chance)
{
    QList<Observation> history;
    qint64 time = 0;
    for (Observation each : chance.history(120)) {
        time += 100 + 50 * chance.below(4);
        each.motion.settled = chance.below(10) != 0;
        for (int i = chance.below(3); each.motion.settled && i > 0; --i) {
            each.motion.regions += {{0.1 * i, 0.2, 0.123456, 0.3}, 0.0123456 * i};
            each.motion.area += 0.0123456 * i;
        }
        if (chance.below(3) == 0)
            each.faces = QList<SeenFace>{{{0.1, 0.1, 0.1, 0.1}, 0.8123, u"happy"_s, 0.7}};
        each.covered = chance.below(15) == 0;
        each.moved = chance.below(15) == 0;
        each.lost = chance.below(25) == 0;
        for (int i = chance.below(8) ? 1 : chance.below(60 * rate); i >= 0; --i, time += 120 + chance.below(10)) {
            each.time = noon().addMSecs(time);
            history += each;
            if (each.lost)
                break;
        }
    }
    return history;
}

QList<NotedMoment> stored(const QList<Observation> &history)
{
    QList<NotedMoment> moments;
    ObservationBlock block;
    for (const Observation &each : history) {
        block.add(each.lost ? NotedMoment::Kind::Lost : NotedMoment::Kind::Observed, each);
        if (block.endMs() - block.startMs() >= 60'000)
            moments += ObservationBlock::moments(block.take());
    }
    return block.isEmpty() ? moments : moments + ObservationBlock::moments(block.take());
}

/// An hour in which four people walk at all times.
QList<Observation> busyHour()
{
    QList<Observation> history;
    std::mt19937 random(1);
    const auto noise = [&random] { return double(random() % 1000) / 1000 - 0.5; };
    QList<SeenTrack> people;
    for (int i = 0; i < 3600 * rate; ++i) {
        if (i % 160 == 0) {
            people.clear();
            for (int person = 0; person < 4; ++person)
                people += at(0.2 * person, 0.5, i + person);
        }
        Observation each{noon().addMSecs(i * 125 + qint64(random() % 3)), {}};
        each.motion.settled = true;
        for (SeenTrack &person : people) {
            person.score = 0.7 + 0.02 * noise();
            person.box.x += 0.004 + 0.004 * noise();
            person.box.y += 0.004 * noise();
            const Box &box = person.box;
            each.motion.regions +=
                {{box.x + 0.01 * noise(), box.y + 0.02 * noise(), box.width, box.height + 0.02 * noise()},
                 0.007 + 0.002 * noise()};
            each.motion.area += each.motion.regions.constLast().area;
        }
        if (i % 2 == 0) // five looks a second at most
            each.tracks = people;
        history += ObservationPrecision::rounded(each);
    }
    return history;
}
}

/// Observations as they are kept, and rules that are run over them.
class ObservationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replayEqualsLive_data();
    void replayEqualsLive();
    void busyHourIsSmall();
    void quietDayIsReplayedAtOnce();
    void dayIsReplayedInTwoSeconds();
    void analysisThatBeginsForgets();
    void damagedBlocksAreRefused();
    void motionHasLevels();
    void slowClientMissesObservations();
};

void ObservationsTest::replayEqualsLive_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 16; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// Any rule makes the same of kept observations as it made of them at the time, byte for byte.
void ObservationsTest::replayEqualsLive()
{
    QFETCH(unsigned, seed);
    Chance chance(seed);
    QList<Observation> history = eventful(chance);
    for (Observation &each : history)
        each = ObservationPrecision::rounded(each);
    const auto moments = stored(history);
    QCOMPARE(moments.size(), history.size());
    const QList<QByteArray> others{R"({"motion":{"threshold":0.02}})", R"({"signal":{"lost":true,"covered":true}})",
                                   R"({"face":{"score":0.9}})", R"({"not":{"motion":{}}})"};
    for (int round = 0; round < 8; ++round) {
        FieldErrors errors;
        const QJsonObject json =
            round < 4 ? chance.condition(round % 3) : QJsonDocument::fromJson(others[round - 4]).object();
        auto order = std::make_shared<WatchOrder>();
        order->condition = Condition::parse(json, {}, errors);
        QVERIFY(errors.isEmpty());
        order->times = {200ms * chance.below(5), 500ms, 500ms, 10s};
        order->times.maxPerHour = chance.below(20);
        order->zones = zones();
        MotionRule rule(order->condition, order->times);
        QByteArray live;
        const bool watchesSignal = order->condition.contains(u"signal"_s);
        for (Observation each : history) {
            if (each.lost) {
                each = Observation{each.time, {}};
                each.lost = true;
            }
            live += textOf(each.lost && !watchesSignal ? MotionRule::Step{rule.lost()} : rule.observe(each));
        }
        live += textOf({rule.lost()});
        QByteArray replayed;
        Replay replay(order, [&](const MotionRule::Step &step) { replayed += textOf(step); });
        replay.take(moments);
        replay.finish();
        QVERIFY2(replayed == live, QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    }
}

void ObservationsTest::busyHourIsSmall()
{
    const auto history = busyHour();
    ObservationBlock block;
    qsizetype bytes = 0;
    for (const Observation &each : history) {
        block.add(NotedMoment::Kind::Observed, each);
        if (block.endMs() - block.startMs() >= 60'000)
            bytes += block.take().size();
    }
    bytes += block.take().size();
    qInfo("a busy hour takes %lld bytes", qlonglong(bytes));
    QVERIFY(bytes < 1'000'000);
}

/// Where nothing happens, a rule looks at a small part of the observations, and knows for how long it was watched.
void ObservationsTest::quietDayIsReplayedAtOnce()
{
    FieldErrors errors;
    auto order = std::make_shared<WatchOrder>();
    order->condition = Condition::parse({{u"motion"_s, QJsonObject()}}, {}, errors);
    Replay replay(order, [](const MotionRule::Step &) { QFAIL("nothing happens"); });
    QList<NotedMoment> moments;
    ObservationBlock block;
    for (int i = 0; i < 60 * rate; ++i) {
        Observation each{noon().addMSecs(i * 125), {}};
        each.motion.settled = true;
        block.add(NotedMoment::Kind::Observed, each);
    }
    moments = ObservationBlock::moments(block.take());
    QCOMPARE(moments.size(), 60 * rate);
    for (int minute = 0; minute < 24 * 60; ++minute) {
        for (NotedMoment &moment : moments)
            moment.observation.time = moment.observation.time.addMSecs(minute ? 60'000 : 0);
        replay.take(moments);
    }
    QCOMPARE(replay.known().motion / 60'000, 24 * 60 - 1);
    QCOMPARE(replay.known().objects, 0);
}

/// A day with two busy hours, as it is read from a file. The time is that of the processor, as others may use it too.
void ObservationsTest::dayIsReplayedInTwoSeconds()
{
    QByteArray file;
    ObservationBlock block;
    const auto add = [&](const Observation &each) {
        block.add(NotedMoment::Kind::Observed, each);
        if (block.endMs() - block.startMs() >= 60'000)
            file += block.take();
    };
    for (const Observation &each : busyHour())
        add(each);
    for (Observation each : busyHour()) {
        each.time = each.time.addSecs(3600);
        add(each);
    }
    Observation quiet{noon().addSecs(2 * 3600), {}};
    quiet.motion.settled = true;
    quiet.tracks = QList<SeenTrack>();
    for (int i = 0; i < 22 * 3600 * rate; ++i, quiet.time = quiet.time.addMSecs(125))
        add(quiet);
    file += block.take();
    FieldErrors errors;
    auto order = std::make_shared<WatchOrder>();
    order->condition =
        Condition::parse({{u"object"_s, QJsonObject{{u"labels"_s, QJsonArray{u"person"_s}}}}}, {}, errors);
    order->zones = zones();
    int marks = 0;
    const std::clock_t start = std::clock();
    Replay replay(order, [&](const MotionRule::Step &step) { marks += int(step.events.size()); });
    QByteArrayView rest = file;
    while (const auto header = ObservationBlock::headerOf(rest)) {
        replay.take(ObservationBlock::moments(rest));
        rest = rest.sliced(ObservationBlock::headerSize + header->bytes);
    }
    replay.finish();
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    qInfo("a day takes %.2f s and %lld bytes", seconds, qlonglong(file.size()));
    QVERIFY(marks > 100);
    QVERIFY2(seconds < 2 * slowdown, qPrintable(QString::number(seconds)));
}

void ObservationsTest::analysisThatBeginsForgets()
{
    FieldErrors errors;
    auto order = std::make_shared<WatchOrder>();
    order->condition = Condition::parse({{u"motion"_s, QJsonObject()}}, {}, errors);
    QList<RuleEvent::Kind> kinds;
    Replay replay(order, [&](const MotionRule::Step &step) {
        for (const RuleEvent &event : step.events)
            kinds += event.kind;
    });
    ObservationBlock block;
    Observation moving{noon(), {}};
    moving.motion = {true, 0.1, {{{0.1, 0.1, 0.3, 0.3}, 0.1}}};
    for (int i = 0; i < 10; ++i, moving.time = moving.time.addMSecs(125))
        block.add(NotedMoment::Kind::Observed, moving);
    block.add(NotedMoment::Kind::Began, moving);
    replay.take(ObservationBlock::moments(block.take()));
    QCOMPARE(kinds, (QList{RuleEvent::Kind::Opened, RuleEvent::Kind::Closed}));
}

/// A block of a file that was cut off, or whose bytes were changed, is not half read.
void ObservationsTest::damagedBlocksAreRefused()
{
    QLoggingCategory::setFilterRules(u"default.warning=false"_s); // zlib tells of each
    Chance chance(7);
    ObservationBlock block;
    for (const Observation &each : chance.history(100))
        block.add(NotedMoment::Kind::Observed, ObservationPrecision::rounded(each));
    const QByteArray good = block.take();
    QCOMPARE(ObservationBlock::moments(good + "the next block").size(), 100);
    for (qsizetype size = 0; size < good.size(); ++size) {
        QVERIFY(!ObservationBlock::headerOf(good.left(size)));
        QVERIFY(ObservationBlock::moments(good.left(size)).isEmpty());
    }
    for (int round = 0; round < 300; ++round) {
        QByteArray bad = good;
        bad[chance.below(int(bad.size()))] = char(chance.below(256));
        ObservationBlock::moments(bad); // does not crash
        // The content without its checksum.
        QByteArray content = qUncompress(good.sliced(ObservationBlock::headerSize));
        content[chance.below(int(content.size()))] = char(chance.below(256));
        const QByteArray packed = qCompress(content);
        QByteArray header = good.left(ObservationBlock::headerSize);
        for (int byte = 0; byte < 4; ++byte)
            header[4 + byte] = char(packed.size() >> (24 - 8 * byte));
        QVERIFY(ObservationBlock::moments(header + packed).size() <= 1'000'000);
    }
    QLoggingCategory::setFilterRules({});
}

void ObservationsTest::motionHasLevels()
{
    QCOMPARE(MotionLevels::of(0), 0);
    QCOMPARE(MotionLevels::of(0.0001), 1);
    QCOMPARE(MotionLevels::of(0.25), 15);
    QVERIFY(MotionLevels::of(0.02) > MotionLevels::of(0.005));
    MotionLevels levels;
    const DeviceId door = DeviceId::generate();
    levels.note(door, 10'500, 0.02);
    levels.note(door, 10'700, 0.004);
    QCOMPARE(levels.between(door, 10'000, 11'000), MotionLevels::of(0.02));
    QCOMPARE(levels.between(door, 11'000, 20'000), 0);
    QCOMPARE(levels.between(DeviceId::generate(), 0, 20'000), 0);
    levels.note(door, 40 * 60'000, 0.02);
    QCOMPARE(levels.between(door, 10'000, 11'000), 0); // forgotten
}

void ObservationsTest::slowClientMissesObservations()
{
    LiveObservations live;
    const DeviceId door = DeviceId::generate();
    LiveFeed feed(live, door, true);
    Observation each{noon(), {}};
    each.motion.settled = true;
    for (int i = 0; i < 5000; ++i, each.time = each.time.addMSecs(125), each.motion.area += 0.0001)
        live.publish(door, each);
    QVERIFY(feed.bytesAvailable() <= LiveFeed::mostBuffered);
    QVERIFY(live.skipped() > 1000);
    QVERIFY(feed.readAll().contains("event: observation"));
    live.publish(door, each);
    QVERIFY(feed.readAll().contains("event: skipped\ndata: {\"observations\":" + QByteArray::number(live.skipped())));
}

QTEST_GUILESS_MAIN(ObservationsTest)
#include "tst_observations.moc"
