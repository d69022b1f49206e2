// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "models/insight/devicemark.h"
#include "tests/server/cameras/store/storesite.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace StoreSite;

/// Servers that store, erase, and delete the same object of one store at the same time. No row ever names an object
/// that is not there.
class TestStoreSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoServersEraseOneObject_data() { DatabaseFixture::addEngines(); }
    void twoServersEraseOneObject();
    void keysDoNotGrow();
    void namedObjectsStay_data() { DatabaseFixture::addEngines(); }
    void namedObjectsStay();
    void whatMovedIsNotGivenUp();
    void deletionIsClaimed();
    void deletedObjectIsNotNamed();
    void aBackupDeletesNothingAtOnce();
    void whatMovedLeavesItsFolder_data() { DatabaseFixture::addEngines(); }
    void whatMovedLeavesItsFolder();
    void aMovedPhotoStaysUntilTheNextRun();
    void aShareThatIsAwayLosesNothing();
};

void TestStoreSharing::twoServersEraseOneObject()
{
    QFETCH(const QString, engine);
    Site site(engine);
    const RecordedFile before = site.record(recordingPath, "aaaabbbbcccc");
    site.deleteFirst(before.recordingId);
    site.second->store->afterGet = [&] { site.first->eraseStored(); }; // the second server has lost its lease
    site.second->eraseStored();
    site.second->deleteUnnamed();
    site.first->deleteUnnamed();
    const RecordedFile row = RecordingStore(site.fixture.database).find(before.recordingId).value();
    QVERIFY(row.path != before.path);
    QCOMPARE(site.objectKeys(), QStringList(row.path));
    QCOMPARE(site.object(row.path), "initbbbbcccc");
    QCOMPARE(row.bytes, 12);
    QCOMPARE(row.list().constFirst().offset, 4);
    QCOMPARE(site.rows("store_deletion"), 0);
    QCOMPARE(site.rows("recording_erasure"), 0);
}

/// A recording from which a user deletes a part again and again.
void TestStoreSharing::keysDoNotGrow()
{
    Site site(u"sqlite"_s);
    const RecordedFile before = site.record(recordingPath, QByteArray(4 * 20, 'a'));
    QSet<QString> keys{before.path};
    for (int i = 0; i < 19; ++i) {
        site.deleteFirst(before.recordingId);
        site.first->eraseStored();
        site.first->deleteUnnamed();
        keys += RecordingStore(site.fixture.database).find(before.recordingId)->path;
    }
    QCOMPARE(keys.size(), 20);
    for (const QString &key : std::as_const(keys))
        QVERIFY2(key.startsWith(before.path) && key.size() <= before.path.size() + 27, qPrintable(key));
    QCOMPARE(site.objectKeys().size(), 1);
    QCOMPARE(site.object(site.objectKeys().constFirst()), "initaaaa");
}

void TestStoreSharing::namedObjectsStay()
{
    QFETCH(const QString, engine);
    Site site(engine);
    Database &database = site.fixture.database;
    DeviceData photo = site.addPhoto();
    Site::name(*site.first, photo);
    DeviceMark mark;
    mark.devicemarkId = DeviceMarkId::generate();
    mark.accountId = site.device.accountId;
    mark.deviceId = site.device.deviceId;
    mark.startedAt = mark.createdAt = mark.updatedAt = Times::now();
    mark.storageId = storeId;
    mark.devicemodeId = DeviceModeId::generate();
    mark.mediaBytes = 4;
    database.insert(mark);
    const QString ofMark = u"marks/%1/%2."_s.arg(mark.deviceId.toString(), mark.devicemarkId.toString());
    QStringList named{StoredKeys::ofData(photo.deviceId, photo.dataId),
                      ofMark + u"snapshot.jpg"_s,
                      ofMark + u"clip.mp4"_s,
                      site.record(recordingPath, "aaaa").path,
                      site.record(recordingPath + u".1764000000000"_s, "aaaa").path,
                      site.record(u"a file of %1 and %2"_s, "aaaa").path};
    named.sort();
    const QString replaced = named.constLast() + u".1764000000000"_s;
    for (const QString &key : named + QStringList(replaced)) {
        site.note(key);
        writeFile(site.objects.filePath(key), "object");
    }
    site.first->deleteUnnamed();
    QCOMPARE(site.objectKeys(), named);
    QCOMPARE(site.rows("store_deletion"), 0);

    database.exec("DELETE FROM device_data");
    database.exec("DELETE FROM device_mark");
    database.exec("DELETE FROM recording");
    site.first->deleteUnnamed();
    QCOMPARE(site.objectKeys(), QStringList());
    QCOMPARE(site.rows("store_deletion"), 0);
}

/// A server that was stopped for a while moves a photo that another server has moved meanwhile.
void TestStoreSharing::whatMovedIsNotGivenUp()
{
    Site site(u"sqlite"_s);
    const DeviceData photo = site.addPhoto();
    for (const auto &server : {site.first.get(), site.second.get()})
        server->move.move({Site::fileOf(*server, photo)}, [&] { return Site::name(*server, photo); });
    site.first->deleteUnnamed();
    QCOMPARE(site.objectKeys().size(), 1);
    QCOMPARE(site.rows("store_deletion"), 0);
}

/// A server is slow to delete its list of objects. Meanwhile another server deletes them all, and one of them is stored
/// again.
void TestStoreSharing::deletionIsClaimed()
{
    Site site(u"sqlite"_s);
    const DeviceData photo = site.addPhoto();
    const StoreMove::File file = Site::fileOf(*site.second, photo);
    site.note(u"archive/a"_s);
    site.note(file.key, QDateTime::currentMSecsSinceEpoch());
    site.first->store->beforeRemove = [&] {
        site.second->deleteUnnamed();
        site.second->move.move({file}, [&] { return Site::name(*site.second, photo); });
    };
    site.first->deleteUnnamed();
    QCOMPARE(site.objectKeys(), QStringList(file.key));
    QCOMPARE(site.rows("device_data WHERE storage_id = '" + storeId.toLatin1() + '\''), 1);
    QCOMPARE(site.rows("store_deletion"), 0);
}

/// An upload takes so long that the object is taken for one that a crash has left.
void TestStoreSharing::deletedObjectIsNotNamed()
{
    Site site(u"sqlite"_s);
    const DeviceData photo = site.addPhoto();
    const StoreMove::File file = Site::fileOf(*site.first, photo);
    const auto move = [&] { site.first->move.move({file}, [&] { return Site::name(*site.first, photo); }); };
    site.first->store->afterPut = [&] {
        site.fixture.database.exec("UPDATE store_deletion SET due_at = ?", Times::now());
        site.second->deleteUnnamed();
    };
    move();
    QCOMPARE(site.objectKeys(), QStringList());
    QCOMPARE(site.rows("device_data WHERE storage_id = '" + storeId.toLatin1() + '\''), 0);
    move(); // the file is still there
    QCOMPARE(site.objectKeys(), QStringList(file.key));
    QCOMPARE(site.rows("device_data WHERE storage_id = '" + storeId.toLatin1() + '\''), 1);
    QCOMPARE(site.rows("store_deletion"), 0);
}

/// The backup was made while a photo was being stored. The row that came to name it is not in the backup.
void TestStoreSharing::aBackupDeletesNothingAtOnce()
{
    Site site(u"sqlite"_s);
    const QString key = u"archive/a"_s;
    writeFile(site.objects.filePath(key), "photo");
    site.note(key, Times::now().addDays(-3).toMSecsSinceEpoch());
    for (int run = 0; run < 2; ++run)
        site.first->deleteUnnamed();
    QCOMPARE(site.objectKeys(), QStringList(key));
    QCOMPARE(site.rows("store_deletion WHERE due_at >= "
                       + QByteArray::number(Times::now().addSecs(23 * 3600).toMSecsSinceEpoch())),
             1);
    site.fixture.database.exec("UPDATE store_deletion SET due_at = ?", Times::now()); // a day later
    site.first->deleteUnnamed();
    QCOMPARE(site.objectKeys(), QStringList());
    QCOMPARE(site.rows("store_deletion"), 0);
}

/// The server restarts before it has removed the file of a recording that has moved.
void TestStoreSharing::whatMovedLeavesItsFolder()
{
    QFETCH(const QString, engine);
    Site site(engine);
    const RecordedFile row = site.recordHere();
    const QString path = site.first->storage.path(row);
    site.first->mover.moveFinished(site.first->stopping);
    QCOMPARE(site.objectKeys(), QStringList(row.path));
    site.first->mover.moveFinished(site.first->stopping); // the next run of the job leaves the file to its note
    const auto erase = [&] { // as a server does that has nothing of the move in its memory
        RecordingEraser(site.first->database, site.first->storage, site.first->hub, nullptr)
            .erase(site.first->stopping);
    };
    erase();
    QVERIFY(QFile::exists(path)); // for requests that began before
    site.fixture.database.exec("UPDATE recording_erasure SET created_at = created_at - 61000");
    erase();
    QVERIFY(!QFile::exists(path));
    QCOMPARE(site.objectKeys(), QStringList(row.path));
    QCOMPARE(site.rows("recording"), 1);
    QCOMPARE(site.rows("recording_erasure"), 0);
}

void TestStoreSharing::aMovedPhotoStaysUntilTheNextRun()
{
    Site site(u"sqlite"_s);
    const StoreMove::File file = Site::fileOf(*site.first, site.addPhoto());
    site.first->mover.moveFinished(site.first->stopping);
    QCOMPARE(site.objectKeys(), QStringList(file.key));
    QVERIFY(QFile::exists(file.path)); // for requests that began before
    site.first->mover.moveFinished(site.first->stopping);
    QVERIFY(!QFile::exists(file.path));
    QCOMPARE(site.objectKeys(), QStringList(file.key));
}

void TestStoreSharing::aShareThatIsAwayLosesNothing()
{
    Site site(u"sqlite"_s);
    Server &server = *site.first;
    const RecordedFile here = site.recordHere();
    const RecordedFile there = site.record(recordingPath, "aaaabbbb");
    site.deleteFirst(there.recordingId);
    site.note(u"archive/a"_s);
    writeFile(site.objects.filePath(u"archive/a"_s), "photo");
    const QString away = site.objects.path() + u".away"_s;
    QVERIFY(QDir().rename(site.objects.path(), away) && QDir().mkpath(site.objects.path()));

    QVERIFY_EXCEPTION_THROWN(server.mover.moveFinished(server.stopping), StoreError);
    server.eraseStored();
    QVERIFY_EXCEPTION_THROWN(server.deleteUnnamed(), StoreError);
    QCOMPARE(site.objectKeys(), QStringList());
    QVERIFY(QFile::exists(server.storage.path(here)));
    QCOMPARE(site.rows("recording WHERE storage_id = '" + storeId.toLatin1() + '\''), 1);

    QVERIFY(QDir().rmdir(site.objects.path()) && QDir().rename(away, site.objects.path()));
    server.mover.moveFinished(server.stopping);
    server.eraseStored();
    server.deleteUnnamed();
    QStringList named{here.path, RecordingStore(site.fixture.database).find(there.recordingId)->path};
    named.sort();
    QCOMPARE(site.objectKeys(), named);
    QCOMPARE(site.object(named.constFirst()).size() + site.object(named.constLast()).size(), 16);
}

QTEST_GUILESS_MAIN(TestStoreSharing)
#include "tst_storesharing.moc"
