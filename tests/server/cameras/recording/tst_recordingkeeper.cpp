// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "models/core/utc.h"
#include "server/cameras/capture/capturemodestore.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/recorder/filelisting.h"
#include "server/cameras/recorder/recordingrepair.h"
#include "tests/server/cameras/recording/recordedcameras.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Recorded = RecordedCameras;

constexpr RecordingBudget ample = Recorded::ample;
}

/// Which recordings are made, and which are removed.
class RecordingKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void budgetsAreKept_data() { DatabaseFixture::addEngines(); }
    void budgetsAreKept();
    void theBudgetOfAServerIsShared();
    void theNewestAndOpenRecordingsStay();
    void heldRecordingsStay();
    void anIndexIsRepaired();
    void pathsOfAnIndexAreRepaired();
    void fragmentsAreListedByMode();
    void aListedFragmentStaysListed();
    void aChangeIsNoGap();
    void aClockThatWasAheadStopsNothing();
    void everyGapHasItsReason();
};

void RecordingKeeperTest::budgetsAreKept()
{
    QFETCH(const QString, engine);
    Recorded recorded(engine);
    const DeviceId door = recorded.addCamera();
    const DeviceId yard = recorded.addCamera();
    recorded.keep(ample);
    QCOMPARE(recorded.rowsOf(door), 10);

    CaptureMode mode;
    mode.deviceId = door;
    mode.days = 8;
    CaptureModeStore store(recorded.fixture.database);
    store.save(mode, store.of(door));
    recorded.keep(ample);
    QCOMPARE(recorded.rowsOf(door), 8);
    QCOMPARE(recorded.filesOf(door), 8);
    mode.storageBytes = 4500;
    store.save(mode, store.of(door));
    recorded.keep(ample);
    QCOMPARE(recorded.rowsOf(door), 4);
    QCOMPARE(recorded.rowsOf(yard), 10);

    recorded.buy(9, 11'000); // 14 000 bytes are there
    recorded.keep(ample);
    QCOMPARE(recorded.rowsOf(door) + recorded.rowsOf(yard), 11);
    QCOMPARE(recorded.rowsOf(door), 4); // the oldest were those of the other camera

    recorded.keep({.days = 3, .bytes = 1 << 30});
    QCOMPARE(recorded.rowsOf(yard), 3);
    recorded.keep({.days = 0, .bytes = 1000});
    QCOMPARE(recorded.rowsOf(door) + recorded.rowsOf(yard), 1);
    QCOMPARE(recorded.filesOf(door) + recorded.filesOf(yard), 1);
}

void RecordingKeeperTest::theBudgetOfAServerIsShared()
{
    Recorded recorded(u"sqlite"_s);
    const DeviceId door = recorded.addCamera();
    recorded.addAccount();
    const DeviceId yard = recorded.addCamera();
    const DeviceId roof = recorded.addCamera();
    const auto keep = [&](qint64 bytes) { recorded.keep({.days = 0, .bytes = bytes}); };
    keep(20'000);
    QCOMPARE(recorded.rowsOf(door), 10);
    QCOMPARE(recorded.rowsOf(yard) + recorded.rowsOf(roof), 10); // the account that had more than half
    recorded.buy(0, 12'000);
    keep(18'000);
    QCOMPARE(recorded.rowsOf(door), 8); // the plan leaves 8000
    QCOMPARE(recorded.rowsOf(yard) + recorded.rowsOf(roof), 10);
    keep(1);
    QCOMPARE(recorded.rowsOf(door), 0);
}

void RecordingKeeperTest::theNewestAndOpenRecordingsStay()
{
    Recorded recorded(u"sqlite"_s);
    const DeviceId door = recorded.addCamera();
    Database &database = recorded.fixture.database;
    database.exec("UPDATE recording SET is_open = ?, ended_at = ? WHERE path LIKE '%/8-%'", true,
                  Times::now().addSecs(-3600));
    database.exec("UPDATE recording SET is_open = ? WHERE path LIKE '%/0-%'", true); // of a server that is gone
    database.exec("UPDATE recording SET ended_at = ? WHERE path LIKE '%/9-%'", Times::now().addSecs(-60));
    database.exec("UPDATE recording SET storage_id = 'elsewhere' WHERE path LIKE '%/5-%'");
    recorded.keep({.days = 0, .bytes = 1});
    QCOMPARE(recorded.rowsOf(door), 3);
    QCOMPARE(recorded.filesOf(door), 3);
}

void RecordingKeeperTest::heldRecordingsStay()
{
    Recorded recorded(u"sqlite"_s);
    const DeviceId door = recorded.addCamera();
    const QDateTime now = Times::now();
    recorded.hold(door, 7);
    recorded.hold(door, 5, now.addDays(1));
    recorded.hold(door, 3, now.addDays(-1)); // is over
    recorded.keep({.days = 0, .bytes = 1});
    QCOMPARE(recorded.rowsOf(door), 2);
    QCOMPARE(recorded.filesOf(door), 2);
    SpanStore(recorded.fixture.database).release(door, now.addDays(-9), now);
    recorded.keep({.days = 0, .bytes = 1});
    QCOMPARE(recorded.rowsOf(door), 0);
}

void RecordingKeeperTest::anIndexIsRepaired()
{
    Recorded recorded(u"sqlite"_s);
    const DeviceId door = recorded.addCamera();
    const auto names = RecordingName::in(recorded.storage.of(door));
    QVERIFY(QFile::remove(recorded.storage.of(door) + u'/' + names[2].toString()));
    QFile stray(recorded.storage.of(door) + u'/' + RecordingName{20, RecordingId::generate()}.toString());
    QVERIFY(stray.open(QFile::WriteOnly)); // without a fragment
    stray.close();
    const MediaHub hub({.directory = recorded.storage.recordings});
    RecordingRepair repair(recorded.fixture.database, recorded.storage, hub);
    const QDateTime now = Times::now();
    for (const int hours : {0, 24, 47}) { // it may still be in use at first, and is stray then
        repair.repair(recorded.stopping, now.addSecs(hours * 3600));
        QCOMPARE(recorded.filesOf(door), 10);
        QCOMPARE(recorded.rowsOf(door), 9);
    }
    repair.repair(recorded.stopping, now.addDays(2));
    QCOMPARE(recorded.filesOf(door), 9);
    QCOMPARE(recorded.rowsOf(door), 9);
}

/// As a server has written them whose data folder was given by a relative path.
void RecordingKeeperTest::pathsOfAnIndexAreRepaired()
{
    Recorded recorded(u"sqlite"_s);
    recorded.addCamera();
    Database &database = recorded.fixture.database;
    const auto paths = [&] {
        return database.value("SELECT group_concat(path) FROM (SELECT path FROM recording ORDER BY path)").toString();
    };
    const QString before = paths();
    database.exec("UPDATE recording SET path = 'folder/' || path");
    const MediaHub hub({.directory = recorded.storage.recordings});
    RecordingRepair(database, recorded.storage, hub).repair(recorded.stopping, Times::now().addDays(1));
    QCOMPARE(paths(), before);
}

namespace {
/// Ten fragments of a second, from Monday 2023-11-20 at 08:59:55 UTC on, with a key frame every two.
RingFile tenSeconds()
{
    RingFile file;
    const qint64 start = QDateTime(QDate(2023, 11, 20), QTime(8, 59, 55), Times::utc).toMSecsSinceEpoch();
    for (int i = 0; i < 10; ++i)
        file.fragments +=
            {.startMs = start + i * 1000, .durationMs = 1000, .offset = i, .bytes = 1, .continues = i % 2 == 1};
    return file;
}

QList<qint64> listedBy(const CaptureMode &mode, const QList<MediaSpan> &marks = {})
{
    const RingFile file = tenSeconds();
    const CaptureRule rule(mode, QTimeZone("Asia/Shanghai"));
    QList<MediaSpan> spans;
    for (const MediaSpan &mark : marks)
        spans += rule.around({file.fragments[0].startMs + mark.fromMs, file.fragments[0].startMs + mark.toMs});
    FileListing listing;
    listing.review(file, rule, spans);
    QList<qint64> offsets;
    for (const Fragment &fragment : listing.listed(file))
        offsets += fragment.offset;
    return offsets;
}
}

void RecordingKeeperTest::fragmentsAreListedByMode()
{
    CaptureMode mode;
    QCOMPARE(listedBy(mode).size(), 10);
    mode.mode = CaptureMode::Mode::Off;
    QCOMPARE(listedBy(mode).size(), 0);
    mode.mode = CaptureMode::Mode::OnMark;
    mode.preRoll = 1;
    mode.postRoll = 1;
    QCOMPARE(listedBy(mode).size(), 0);
    QCOMPARE(listedBy(mode, {{4500, 4501}}), QList<qint64>({2, 3, 4, 5})); // from the key frame on
    QCOMPARE(listedBy(mode, {{0, 1}, {9500, 20'000}}), QList<qint64>({0, 1, 8, 9}));
    mode.mode = CaptureMode::Mode::Schedule; // 09:00 UTC is 17:00 in Shanghai
    mode.schedule.weekly = {{{u"mon"_s}, u"17:00"_s, u"18:00"_s}};
    QCOMPARE(listedBy(mode), QList<qint64>({4, 5, 6, 7, 8, 9}));
    mode.schedule.exceptions = {{u"2023-11-20"_s, false}};
    QCOMPARE(listedBy(mode).size(), 0);
}

void RecordingKeeperTest::aListedFragmentStaysListed()
{
    RingFile file = tenSeconds();
    const Fragments all = file.fragments;
    file.fragments = all.first(4);
    FileListing listing;
    listing.review(file, CaptureRule({}, QTimeZone::utc()), {});
    QVERIFY(listing.takeChange());
    CaptureMode off;
    off.mode = CaptureMode::Mode::Off;
    off.modeSince = Times::fromMilliseconds(all[4].startMs);
    file.fragments = all.first(8);
    listing.review(file, CaptureRule(off, QTimeZone::utc()), {});
    QVERIFY(!listing.takeChange());
    CaptureMode on;
    on.modeSince = Times::fromMilliseconds(all[8].startMs);
    file.fragments = all;
    listing.review(file, CaptureRule(on, QTimeZone::utc()), {});
    QCOMPARE(listing.listed(file), all.first(4) + all.last(2));
    CaptureMode longer; // the same mode, for more days
    longer.days = 30;
    longer.updatedAt = Times::fromMilliseconds(all.constLast().endMs());
    FileListing anew;
    anew.review(file, CaptureRule(longer, QTimeZone::utc()), {});
    QCOMPARE(anew.listed(file), all);
}

/// The index is a little behind when a mode changes.
void RecordingKeeperTest::aChangeIsNoGap()
{
    const RingFile file = tenSeconds();
    const Fragments &all = file.fragments;
    const auto rule = [&](CaptureMode::Mode value, qsizetype since, const CaptureRule &earlier) {
        CaptureMode mode;
        mode.mode = value;
        mode.modeSince = Times::fromMilliseconds(all[since].startMs);
        CaptureRule made(mode, QTimeZone::utc());
        made.follow(earlier);
        return made;
    };
    const auto listedBy = [&](const CaptureRule &made) {
        FileListing listing;
        listing.review(file, made, {});
        return listing.listed(file);
    };
    const CaptureRule off = rule(CaptureMode::Mode::Off, 4, CaptureRule({}, QTimeZone::utc()));
    QCOMPARE(listedBy(off), all.first(4));
    const CaptureRule again = rule(CaptureMode::Mode::Off, 4, off); // read from the database again
    QCOMPARE(listedBy(again), all.first(4));
    const CaptureRule on = rule(CaptureMode::Mode::Continuous, 8, again);
    QCOMPARE(listedBy(on), all.first(4) + all.last(2));
    // Marks that begin later do not make recordings of the time before.
    const CaptureRule onMark = rule(CaptureMode::Mode::OnMark, 2, CaptureRule({}, QTimeZone::utc()));
    QCOMPARE(listedBy(rule(CaptureMode::Mode::Off, 4, onMark)), Fragments());
}

void RecordingKeeperTest::aClockThatWasAheadStopsNothing()
{
    CaptureMode mode;
    mode.modeSince = Times::now().addDays(1);
    const CaptureRule rule(mode, QTimeZone::utc());
    const Fragment next{.startMs = Times::now().toMSecsSinceEpoch(), .durationMs = 1000};
    QVERIFY(rule.wants(next, {}));
}

/// Playback and the timeline show each gap of more than half a second, so the index names the reason of each.
void RecordingKeeperTest::everyGapHasItsReason()
{
    RingFile file = tenSeconds();
    const auto start = Times::fromMilliseconds(file.fragments[0].startMs);
    file.gap = RecordedFile::Gap::Server;
    QCOMPARE(FileListing::gapBetween(start.addMSecs(-500), start, file), RecordedFile::Gap::None);
    QCOMPARE(FileListing::gapBetween(start.addMSecs(-501), start, file), RecordedFile::Gap::Server);
    QCOMPARE(FileListing::gapBetween(start, start.addSecs(1), file),
             RecordedFile::Gap::Off); // the mode left a part out
}

QTEST_GUILESS_MAIN(RecordingKeeperTest)
#include "tst_recordingkeeper.moc"
