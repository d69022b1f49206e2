// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/recorder/recordingeraser.h"
#include "server/cameras/recorder/recordingrepair.h"
#include "server/core/db/retry.h"
#include "tests/server/cameras/recording/recordedcameras.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// A camera with ten recordings on a server, and ten older ones on another server with the same database.
struct Servers : RecordedCameras
{
    explicit Servers(const QString &engine)
        : RecordedCameras(engine)
        , second(fixture.address())
        , old{u"there"_s, elsewhere.path(), elsewhere.filePath(u"media"_s)}
        , camera(addCamera())
    {
        QVERIFY(old.mark(second));
        record(camera, old, 10);
    }
    /// Does what the server with this storage has noted.
    static void erase(Database &database, const RecordingStorage &where)
    {
        const std::atomic_bool stopping = false;
        const MediaHub hub({.directory = where.recordings});
        RecordingEraser(database, where, hub, nullptr).erase(stopping);
    }
    static void repair(Database &database, const RecordingStorage &where)
    {
        const std::atomic_bool stopping = false;
        const MediaHub hub({.directory = where.recordings});
        RecordingRepair(database, where, hub).repair(stopping, Times::now().addDays(1));
    }
    /// Calls the function once, when the first server is about to remove recordings.
    void beforeRemoval(const std::function<void()> &happens)
    {
        fixture.database.observe([happens, isDone = false](QByteArrayView sql, const QVariantList &) mutable {
            if (isDone || !(sql.startsWith("SELECT 1 FROM account WHERE") || sql.startsWith("DELETE FROM recording ")))
                return;
            isDone = true;
            happens();
        });
    }

    QTemporaryDir elsewhere;
    Database second; ///< the connection of the other server
    RecordingStorage old;
    DeviceId camera;
};

void away(const RecordingStorage &storage)
{
    QVERIFY(QDir().rename(storage.recordings, storage.recordings + u".away"_s));
}

void back(const RecordingStorage &storage)
{
    QVERIFY(QDir(storage.recordings).removeRecursively());
    QVERIFY(QDir().rename(storage.recordings + u".away"_s, storage.recordings));
}
}

/// Limits and repairs while other servers, users, and disks do something at the same moment: nothing is removed that no
/// limit asks for, and what was removed does not come back.
class RecordingLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldestGoWhereverTheyLie_data() { DatabaseFixture::addEngines(); }
    void theOldestGoWhereverTheyLie();
    void twoServersRemoveNoMoreThanOne();
    void aHoldOfTheLastMomentKeeps();
    void aMissingDiskCostsNothing();
    void theSpaceOfAnotherDiskSaysNothing();
    void aDiskThatFreesNothingCostsNoMore();
    void aDiskIsRecognizedAfterAnUpdate();
    void whatWentWhileTheDiskWasAwayStaysGone();
    void heldRecordingsStayListedWithoutAFile();
};

/// The server with the oldest recordings does not run.
void RecordingLimitsTest::theOldestGoWhereverTheyLie()
{
    QFETCH(const QString, engine);
    Servers servers(engine);
    servers.buy(0, 12'000);
    servers.keep(RecordedCameras::ample);
    QCOMPARE(servers.rowsOf(servers.old), 2);
    QCOMPARE(servers.rowsOf(servers.storage), 10);
    QCOMPARE(Servers::filesOf(servers.camera, servers.old), 10);
    QCOMPARE(servers.erasures(), 8);
    Servers::erase(servers.fixture.database, servers.storage); // of its own files
    QCOMPARE(servers.erasures(), 8);

    Servers::repair(servers.second, servers.old); // it runs again
    QCOMPARE(servers.rowsOf(servers.old), 2);
    Servers::erase(servers.second, servers.old);
    QCOMPARE(Servers::filesOf(servers.camera, servers.old), 2);
    QCOMPARE(servers.erasures(), 0);
    servers.keep(servers.second, servers.old, RecordedCameras::ample);
    QCOMPARE(servers.rowsOf(servers.camera), 12);
    QCOMPARE(servers.filesOf(servers.camera), 10);
}

void RecordingLimitsTest::twoServersRemoveNoMoreThanOne()
{
    Servers servers(u"postgresql"_s);
    servers.buy(0, 12'000);
    servers.beforeRemoval([&] { servers.keep(servers.second, servers.old, RecordedCameras::ample); });
    servers.keep(RecordedCameras::ample);
    QCOMPARE(servers.rowsOf(servers.old), 2);
    QCOMPARE(servers.rowsOf(servers.storage), 10);
    QCOMPARE(servers.filesOf(servers.camera), 10);
}

void RecordingLimitsTest::aHoldOfTheLastMomentKeeps()
{
    Servers servers(u"postgresql"_s);
    servers.beforeRemoval([&] {
        inTransaction(servers.second, [&] {
            const QDateTime inside = Times::now().addDays(-7).addSecs(-3800);
            SpanStore(servers.second)
                .hold({servers.camera, inside, inside.addSecs(1), u"Evidence"_s, {}, Times::now()});
        });
    });
    servers.keep({.days = 5, .bytes = 1 << 30});
    QCOMPARE(servers.rowsOf(servers.storage), 6);
    QCOMPARE(servers.filesOf(servers.camera), 6);
}

void RecordingLimitsTest::aMissingDiskCostsNothing()
{
    Servers servers(u"sqlite"_s);
    servers.hold(servers.camera, 7);
    for (const bool isRecorded : {false, true}) {
        away(servers.storage);
        if (isRecorded) // into the empty mount point
            QVERIFY(QDir().mkpath(servers.storage.of(servers.camera)));
        Servers::repair(servers.fixture.database, servers.storage);
        QVERIFY(!servers.storage.isThere());
        QCOMPARE(servers.rowsOf(servers.storage), 10);
        back(servers.storage);
        Servers::repair(servers.fixture.database, servers.storage);
        QCOMPARE(servers.rowsOf(servers.storage), 10);
        QCOMPARE(servers.filesOf(servers.camera), 10);
    }
}

void RecordingLimitsTest::theSpaceOfAnotherDiskSaysNothing()
{
    Servers servers(u"sqlite"_s);
    servers.fixture.database.exec("UPDATE recording SET bytes = ?", qint64(1) << 50); // more than the disk has
    away(servers.storage);
    QVERIFY(QDir().mkpath(servers.storage.recordings));
    servers.keep({.days = 0, .percent = 1});
    QCOMPARE(servers.rowsOf(servers.storage), 10);
    back(servers.storage);
    servers.keep({.days = 0, .percent = 1});
    QCOMPARE(servers.rowsOf(servers.storage), 0);
}

void RecordingLimitsTest::aDiskThatFreesNothingCostsNoMore()
{
    Servers servers(u"sqlite"_s);
    servers.fixture.database.exec("UPDATE recording SET bytes = ?", qint64(1) << 50); // more than the disk has
    const QDir folder(servers.storage.of(servers.camera));
    for (const QString &name : folder.entryList(QDir::Files))
        QVERIFY(QFile::remove(folder.filePath(name)) && folder.mkdir(name)); // which cannot be removed like a file
    for (int i = 0; i < 2; ++i) {
        servers.keep({.days = 0, .percent = 80});
        QCOMPARE(servers.rowsOf(servers.storage), 8);
    }
}

/// The recordings are older than the mark of their folder.
void RecordingLimitsTest::aDiskIsRecognizedAfterAnUpdate()
{
    Servers servers(u"sqlite"_s);
    const QString mark = servers.storage.recordings + u"/storage.id"_s;
    QVERIFY(QFile::remove(mark));
    QVERIFY(servers.storage.mark(servers.fixture.database));
    QVERIFY(QFile::remove(mark));
    QVERIFY(QDir(servers.storage.of(servers.camera)).removeRecursively());
    QVERIFY(!servers.storage.mark(servers.fixture.database));
    QVERIFY(!QFile::exists(mark));
}

void RecordingLimitsTest::whatWentWhileTheDiskWasAwayStaysGone()
{
    Servers servers(u"sqlite"_s);
    away(servers.storage);
    servers.keep({.days = 5, .bytes = 1 << 30});
    Servers::erase(servers.fixture.database, servers.storage);
    QCOMPARE(servers.rowsOf(servers.storage), 5);
    QCOMPARE(servers.erasures(), 5);
    QVERIFY(QDir().mkpath(servers.storage.recordings));
    back(servers.storage);
    Servers::repair(servers.fixture.database, servers.storage);
    QCOMPARE(servers.rowsOf(servers.storage), 5);
    Servers::erase(servers.fixture.database, servers.storage);
    QCOMPARE(servers.filesOf(servers.camera), 5);
    QCOMPARE(servers.erasures(), 0);
}

void RecordingLimitsTest::heldRecordingsStayListedWithoutAFile()
{
    Servers servers(u"sqlite"_s);
    servers.hold(servers.camera, 7);
    QVERIFY(QDir(servers.storage.of(servers.camera)).removeRecursively());
    Servers::repair(servers.fixture.database, servers.storage);
    QCOMPARE(servers.rowsOf(servers.storage), 1);
}

QTEST_GUILESS_MAIN(RecordingLimitsTest)
#include "tst_recordinglimits.moc"
