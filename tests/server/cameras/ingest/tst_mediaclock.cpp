// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mediaclock.h"
#include "server/cameras/ingest/medialead.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Microseconds = MediaClock::Microseconds;

namespace {
/// Returns the timestamp of a picture, from its number and the time at which it was taken.
using Stamps = std::function<std::optional<Microseconds>(int number, Microseconds taken)>;

constexpr Microseconds interval = 100ms;
constexpr Microseconds bootTime = 7000s; ///< the steady clock at the start of the connection
constexpr Microseconds wallTime = 1'700'000'000s;

/// A connection to a camera that takes ten pictures per second, each of which arrives at once.
struct Connection
{
    MediaClock clock;
    int number = 0;
    Microseconds wallSet{}; ///< by how much the wall clock was set
    MediaClock::Reading reading{};

    Microseconds taken() const { return number * interval; }
    Microseconds wall() const { return wallTime + taken() + wallSet; }
    /// Takes the next picture, and returns its time since the epoch.
    Microseconds next(const Stamps &stamps, Microseconds late = 0us)
    {
        ++number;
        reading = clock.observe(stamps(number, taken()), bootTime + taken() + late, wall() + late);
        return clock.time(reading.stamp);
    }
};
}

class MediaClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void determinesTheTimeDespiteWrongTimestamps_data();
    void determinesTheTimeDespiteWrongTimestamps();
    void keepsTheDistancesOfGoodTimestamps();
    void keepsTheFirstPictureWithoutATimestamp();
    void followsTheEarliestArrivals();
    void smoothsAStall();
    void followsTheWallClock_data();
    void followsTheWallClock();
    void followsSmallCorrectionsSlowly();
    void tellsFilesFromCameras_data();
    void tellsFilesFromCameras();
};

void MediaClockTest::determinesTheTimeDespiteWrongTimestamps_data()
{
    QTest::addColumn<Stamps>("stamps");
    QTest::addColumn<int>("settled"); // number of pictures until the time is right
    const auto row = [](const char *name, int settled, const Stamps &stamps) {
        QTest::newRow(name) << stamps << settled;
    };
    row("regular", 0, [](int, Microseconds taken) { return taken + 42s; });
    row("missing", 0, [](int, Microseconds) { return std::nullopt; });
    row("every other one missing", 0,
        [](int number, Microseconds taken) { return number % 2 ? std::optional(taken) : std::nullopt; });
    row("constant", 0, [](int, Microseconds) { return 5s; });
    row("decreasing", 0, [](int, Microseconds taken) { return 1000s - taken; });
    row("one outlier in ten", 0, [](int number, Microseconds taken) { return number % 10 ? taken : taken + 1000s; });
    row("jumps back every second", 0, [](int, Microseconds taken) { return taken % 1s; });
    row("jumps an hour ahead", 0, [](int number, Microseconds taken) { return number < 50 ? taken : taken + 1h; });
    row("half the pace", 40, [](int, Microseconds taken) { return taken / 2; });
    row("a tenth of the pace", 40, [](int, Microseconds taken) { return taken / 10; });
    row("1.1 times as slow", 160, [](int, Microseconds taken) { return taken * 10 / 11; });
    row("twice the pace", 0, [](int, Microseconds taken) { return taken * 2; });
    row("ten times the pace", 0, [](int, Microseconds taken) { return taken * 10; });
    row("ninety times the pace", 0, [](int, Microseconds taken) { return taken * 90; });
    row("1.1 times as fast", 0, [](int, Microseconds taken) { return taken * 11 / 10; });
}

void MediaClockTest::determinesTheTimeDespiteWrongTimestamps()
{
    QFETCH(Stamps, stamps);
    QFETCH(int, settled);
    Connection camera;
    auto lastTime = Microseconds::min();
    auto lastStamp = Microseconds::min();
    for (int i = 0; i < 1000; ++i) {
        const auto time = camera.next(stamps);
        QVERIFY2(time >= lastTime, qPrintable(u"picture %1"_s.arg(i)));
        QVERIFY2(camera.reading.stamp > lastStamp, qPrintable(u"picture %1"_s.arg(i)));
        const auto error = std::chrono::abs(time - camera.wall());
        if (i >= settled)
            QVERIFY2(error <= 250ms, qPrintable(u"picture %1 is %2 ms off"_s.arg(i).arg(error / 1ms)));
        lastTime = time;
        lastStamp = camera.reading.stamp;
    }
    // The timeline of the recording runs at the pace of real time.
    const auto pace = double(lastStamp.count()) / double((camera.number * interval).count());
    QVERIFY2(pace > 0.97 && pace < 1.03, qPrintable(QString::number(pace)));
}

void MediaClockTest::keepsTheDistancesOfGoodTimestamps()
{
    const Stamps regular = [](int, Microseconds taken) { return taken + 42s; };
    Connection camera;
    camera.next(regular);
    for (int i = 0; i < 500; ++i) {
        const auto before = camera.reading.stamp;
        camera.next(regular, Microseconds(i * 7919 % 40'000)); // network jitter of up to 40 ms
        QCOMPARE(camera.reading.stamp - before, interval);
    }
}

void MediaClockTest::keepsTheFirstPictureWithoutATimestamp()
{
    const Stamps late = [](int number, Microseconds taken) {
        return number > 1 ? std::optional(taken + 9s) : std::nullopt;
    };
    Connection camera;
    const auto first = camera.next(late);
    QCOMPARE(first, camera.wall());
    QCOMPARE(camera.reading.stamp, 0us);
    const auto second = camera.next(late);
    QCOMPARE(second, camera.wall());
}

void MediaClockTest::followsTheEarliestArrivals()
{
    const Stamps regular = [](int, Microseconds taken) { return taken; };
    Connection camera;
    camera.next(regular, 1s); // the first picture arrives late
    for (int i = 0; i < 500; ++i)
        camera.next(regular, i * 37 % 200 * 1ms);
    const auto error = camera.clock.time(camera.reading.stamp) - camera.wall();
    QVERIFY2(error >= 0ms && error < 60ms, qPrintable(QString::number(error / 1ms)));
}

void MediaClockTest::smoothsAStall()
{
    const Stamps regular = [](int, Microseconds taken) { return taken; };
    Connection camera;
    for (int i = 0; i < 100; ++i)
        camera.next(regular);
    for (int left = 30; left >= 0; --left) { // 3 seconds of pictures arrive at once
        const auto time = camera.next(regular, left * interval);
        QVERIFY(std::chrono::abs(time - camera.wall()) < 50ms);
    }
    const auto time = camera.next(regular);
    QCOMPARE(time, camera.wall());
}

void MediaClockTest::followsTheWallClock_data()
{
    QTest::addColumn<Microseconds>("set");
    QTest::addColumn<MediaClock::Wall>("expected");
    QTest::newRow("ten minutes back") << Microseconds(-10min) << MediaClock::Wall::SetBack;
    QTest::newRow("a year forward") << Microseconds(24h * 365) << MediaClock::Wall::SetForward;
}

void MediaClockTest::followsTheWallClock()
{
    QFETCH(Microseconds, set);
    QFETCH(MediaClock::Wall, expected);
    const Stamps regular = [](int, Microseconds taken) { return taken; };
    Connection camera;
    for (int i = 0; i < 50; ++i) {
        camera.next(regular);
        QCOMPARE(camera.reading.wall, MediaClock::Wall::Same);
    }
    camera.wallSet = set;
    const auto stamp = camera.reading.stamp;
    auto time = camera.next(regular);
    QCOMPARE(time, camera.wall());
    QCOMPARE(camera.reading.wall, expected);
    QCOMPARE(camera.reading.stamp - stamp, interval); // the timeline continues without a jump
    time = camera.next(regular);
    QCOMPARE(time, camera.wall());
    QCOMPARE(camera.reading.wall, MediaClock::Wall::Same);
}

void MediaClockTest::followsSmallCorrectionsSlowly()
{
    const Stamps regular = [](int, Microseconds taken) { return taken; };
    Connection camera;
    camera.next(regular);
    camera.wallSet = -500ms;
    auto last = camera.next(regular);
    for (int i = 0; i < 4000; ++i) {
        const auto time = camera.next(regular);
        QCOMPARE(camera.reading.wall, MediaClock::Wall::Same);
        QVERIFY(time > last);
        last = time;
    }
    QCOMPARE(last, camera.wall());
}

void MediaClockTest::tellsFilesFromCameras_data()
{
    using Time = std::function<Microseconds(int number)>;
    QTest::addColumn<Time>("stamp");
    QTest::addColumn<Time>("arrival");
    QTest::addColumn<bool>("isFile");
    const Time regular = [](int number) { return number * 40ms; };
    const auto row = [](const char *name, const Time &stamp, const Time &arrival, bool isFile) {
        QTest::newRow(name) << stamp << arrival << isFile;
    };
    row("a camera", regular, regular, false);
    row(
        "a camera at 90 times the right pace", [](int number) { return number * 3600ms; }, regular, false);
    row(
        "a camera with jumps", [](int number) { return number * 40ms + number / 10 * 1h; }, regular, false);
    row(
        "a camera with a buffer of 8 s", regular, [](int number) { return std::max(number - 200, 0) * 40ms; }, false);
    row(
        "a stall of 9 s", regular, [](int number) { return (number < 50 ? number : std::max(number, 275)) * 40ms; },
        false);
    row(
        "a file", regular, [](int number) { return number * 1ms; }, true);
    row(
        "a file with a picture per second", [](int number) { return number * 1s; }, [](int) { return 0s; }, true);
}

void MediaClockTest::tellsFilesFromCameras()
{
    using Time = std::function<Microseconds(int number)>;
    QFETCH(Time, stamp);
    QFETCH(Time, arrival);
    MediaLead lead;
    for (int i = 0; i < 400; ++i)
        lead.observe(stamp(i), MediaLead::Clock::time_point(arrival(i)));
    QTEST(lead.isFile(), "isFile");
    QCOMPARE(lead.isDoubtful(), lead.isFile());
}

QTEST_GUILESS_MAIN(MediaClockTest)
#include "tst_mediaclock.moc"
