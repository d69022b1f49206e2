// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/recorder/recordingrepair.h"
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
    static void repair(Database &database, const RecordingStorage &where)
    {
        const std::atomic_bool stopping = false;
        const MediaHub hub({.directory = where.recordings});
        RecordingRepair(database, where, hub).repair(Times::now().addSecs(60), stopping);
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
    void aMissingDiskCostsNothing();
    void theSpaceOfAnotherDiskSaysNothing();
    void aDiskIsRecognizedAfterAnUpdate();
    void heldRecordingsStayListedWithoutAFile();
};

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
