// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/cameras/capture/capturemodestore.h"
#include "server/cameras/ingest/mediahub.h"
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

QTEST_GUILESS_MAIN(RecordingKeeperTest)
#include "tst_recordingkeeper.moc"
