// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/archivefixture.h"
#include "tests/api/recordingfixture.h"
#include "tests/api/storefixture.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;
using RecordingFixture::at;
using RecordingFixture::start;
using StoreFixture::Site;
using StoreFixture::Store;

namespace {
/// Makes the pictures of the fixture available.
struct ArchivePictures : ArchiveFixture
{
    using ArchiveFixture::photo;
};
}

/// Photos, videos, and recordings that have moved to a media store.
class TestMediaStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_video = EncodedVideo::of(4); }
    void photosMoveAndAreDeleted_data();
    void photosMoveAndAreDeleted();
    void recordingsMoveAndArePlayed();
    void mediaStayUntilTheStoreHasThem();
    void readersAreSentToTheStore();
    void copiesAreBounded();
    void aFolderIsOneStoreByAnyPath();
    void aFolderWithoutItsMarkIsFound();

private:
    EncodedVideo m_video;
};

void TestMediaStore::photosMoveAndAreDeleted_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("mayList");
    QTest::newRow("S3") << u"S3"_s << true;
    QTest::newRow("S3, with keys that may not list objects") << u"S3"_s << false;
    QTest::newRow("folder") << u"folder"_s << true;
}

void TestMediaStore::photosMoveAndAreDeleted()
{
    QFETCH(const QString, kind);
    QFETCH(const bool, mayList);
    Store store(kind);
    if (!mayList)
        store.fault(u"unlisted"_s, true);
    Site site(store.address());
    const QByteArray jpeg = ArchivePictures::photo();
    const QString id = site.upload(jpeg);
    const QString content = u"/device-data/%1/content"_s.arg(id);
    QTRY_VERIFY(site.isMoved(u"device_data"_s));
    QTRY_VERIFY((site.runJobs(), site.files(u"archive/%1"_s).isEmpty()));
    QCOMPARE(store.objects(), 1);
    QCOMPARE(site.ada.get(content).body, jpeg);
    QDir(site.server.dataDir() + u"/cache"_s).removeRecursively();
    QDir().mkpath(site.server.dataDir() + u"/cache"_s);
    const Answer fetched = site.ada.get(content, {{"Range", "bytes=2-9"}});
    EXPECT_STATUS(fetched, 206);
    QCOMPARE(fetched.body, jpeg.mid(2, 8));
    EXPECT_PROBLEM(site.ada.post(u"/face/detect"_s, {{u"data_id"_s, id}}), 503, "models_not_installed"); // it is read

    EXPECT_STATUS(site.ada.del(u"/device-data/%1/permanent"_s.arg(id)), 204);
    QTRY_VERIFY((site.runJobs(), store.objects() == 0));
    QTRY_COMPARE(site.server.sql(u"SELECT count(*) FROM store_deletion"_s).trimmed(), "0");
    QCOMPARE(site.files(u"cache"_s), QStringList());
}

void TestMediaStore::recordingsMoveAndArePlayed()
{
    Store store(u"S3"_s);
    Site site(store.address());
    for (const int second : {0, 2})
        RecordingFixture::record(site.server, m_video, {site.device, start + 1000 * second, second, 2});
    const QString stream = u"/streams/"_s + site.device;
    const QString span = u"?from=%1&to=%2"_s.arg(at(0), at(4000));
    const QByteArray clip = site.ada.get(stream + u"/clip.mp4"_s + span).body;
    EXPECT_STATUS(site.ada.get(stream + u"/contact-sheet.jpg"_s + span), 200);
    QCOMPARE(site.files(u"media/%1/recordings/sheets"_s).size(), 1);
    QTRY_VERIFY(site.isMoved(u"recording"_s));
    QCOMPARE(site.files(u"media/%1/recordings/sheets"_s), QStringList());
    QTRY_VERIFY((site.runJobs(), site.files(u"media/%1/recordings"_s).isEmpty()));
    QCOMPARE(store.objects(), 2);

    QCOMPARE(site.ada.get(stream + u"/clip.mp4"_s + span).body, clip);
    const Answer playlist = site.ada.get(stream + u"/playback.m3u8"_s + span);
    QCOMPARE(playlist.body.count("#EXT-X-DISCONTINUITY\n"), 0);
    QCOMPARE(playlist.body.count("#EXT-X-GAP"), 0);
    EXPECT_STATUS(site.ada.get(stream + u"/frame.jpg?at="_s + at(3000)), 200);
    // Recordings go with their device.
    EXPECT_STATUS(site.ada.del(u"/devices/"_s + site.device), 204);
    site.server.sql(u"UPDATE device SET purge_at = 1 WHERE deleted_at IS NOT NULL"_s);
    QTRY_VERIFY((site.runJobs(), store.objects() == 0));
}

void TestMediaStore::mediaStayUntilTheStoreHasThem()
{
    Store store(u"S3"_s);
    store.fault(u"broken"_s, true);
    Site site(store.address());
    const QByteArray jpeg = ArchivePictures::photo();
    const QString id = site.upload(jpeg);
    const QString content = u"/device-data/%1/content"_s.arg(id);
    const auto attempts = [&] {
        site.runJobs();
        return site.server.sql(u"SELECT attempts FROM job WHERE kind = 'store'"_s).trimmed().toInt();
    };
    QTRY_VERIFY(attempts() >= 1);
    QCOMPARE(site.ada.get(content).body, jpeg);
    site.server.kill9();
    store.fault(u"broken"_s, false);
    store.fault(u"corrupt"_s, true); // the store confirms another digest
    site.server.start();
    QTRY_VERIFY(attempts() >= 1);
    QVERIFY(!site.isMoved(u"device_data"_s));
    QCOMPARE(site.files(u"archive/%1"_s), QStringList(id));

    store.fault(u"corrupt"_s, false);
    QTRY_VERIFY(site.isMoved(u"device_data"_s));
    QTRY_VERIFY((site.runJobs(), site.files(u"archive/%1"_s).isEmpty()));
    QDir(site.server.dataDir() + u"/cache"_s).removeRecursively();
    store.fault(u"broken"_s, true);
    EXPECT_PROBLEM(site.ada.get(content), 503, "media_store_unreachable");
    store.fault(u"broken"_s, false);
    store.fault(u"locked"_s, true);
    EXPECT_STATUS(site.ada.del(u"/device-data/%1/permanent"_s.arg(id)), 204);
    const auto refused = [&] {
        site.runJobs();
        return site.server.sql(u"SELECT attempts FROM store_deletion"_s).trimmed();
    };
    QTRY_COMPARE(refused(), "1"); // it is tried again after a pause
    store.fault(u"locked"_s, false);
    site.server.sql(u"UPDATE store_deletion SET due_at = 1"_s);
    QTRY_VERIFY((site.runJobs(), store.objects() == 0));
}

void TestMediaStore::readersAreSentToTheStore()
{
    Store store(u"S3"_s);
    Site site(store.address(u"&direct=yes"_s));
    const QByteArray jpeg = ArchivePictures::photo();
    const QString id = site.upload(jpeg);
    QTRY_VERIFY(site.isMoved(u"device_data"_s));
    const Answer sent = site.ada.get(u"/device-data/%1/content"_s.arg(id));
    EXPECT_STATUS(sent, 302);
    QCOMPARE(sent.header("Cache-Control"), "no-store");
    const QString address = QString::fromLatin1(sent.header("Location"));
    const Answer read = site.server.anybody().get(address);
    EXPECT_STATUS(read, 200);
    QCOMPARE(read.header("Content-Type"), "image/jpeg");
    QCOMPARE(read.body, jpeg);
    EXPECT_STATUS(site.server.anybody().get(QString(address).replace(u"image%2Fjpeg"_s, u"text%2Fhtml"_s)), 403);
    EXPECT_STATUS(site.server.account(u"bea"_s).get(u"/device-data/%1/content"_s.arg(id)), 404);
}

void TestMediaStore::copiesAreBounded()
{
    Store store(u"folder"_s);
    const QByteArray jpeg = ArchivePictures::photo();
    Site site(store.address(), {u"--media-cache"_s, QString::number(2 * jpeg.size() + 1)});
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids += site.upload(jpeg);
    QTRY_VERIFY(site.isMoved(u"device_data"_s));
    for (const QString &id : std::as_const(ids))
        QCOMPARE(site.ada.get(u"/device-data/%1/content"_s.arg(id)).body, jpeg);
    QCOMPARE(site.files(u"cache"_s).size(), 2);
}

/// A server is restarted with other paths to its store, and at last without the share.
void TestMediaStore::aFolderIsOneStoreByAnyPath()
{
    const QTemporaryDir home;
    const QString folder = home.filePath(u"store"_s);
    const QString link = home.filePath(u"link"_s);
    const QString away = home.filePath(u"away"_s);
    QVERIFY(QDir().mkdir(folder) && QFile::link(folder, link));
    Site site(folder);
    const QByteArray jpeg = ArchivePictures::photo();
    const QString photo = u"/device-data/"_s + site.upload(jpeg);
    QTRY_VERIFY(site.isMoved(u"device_data"_s));
    QTRY_VERIFY((site.runJobs(), site.files(u"archive/%1"_s).isEmpty()));
    const auto restart = [&](const QString &path) {
        QCOMPARE(site.server.process().stop(30'000), 0);
        site.dropCopies();
        site.server.start({u"--media-store"_s, path});
    };
    for (const QString &path : {folder + u'/', QDir::current().relativeFilePath(folder), link}) {
        restart(path);
        QCOMPARE(site.ada.get(photo + u"/content"_s).body, jpeg);
    }
    QVERIFY(QDir().rename(folder, away) && QDir().mkdir(folder));
    restart(link);
    EXPECT_PROBLEM(site.ada.get(photo + u"/content"_s), 503, "media_store_unreachable");
    QVERIFY(QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    QVERIFY(QDir().rmdir(folder) && QDir().rename(away, folder));
    QCOMPARE(site.ada.get(photo + u"/content"_s).body, jpeg);

    EXPECT_STATUS(site.ada.del(photo + u"/permanent"_s), 204);
    QTRY_VERIFY((site.runJobs(), !QDirIterator(folder, QDir::Files, QDirIterator::Subdirectories).hasNext()));
    QTRY_COMPARE(site.server.sql(u"SELECT count(*) FROM store_deletion"_s).trimmed(), "0");
}

/// The folder of the store is copied to another path, without the file that begins with a dot.
void TestMediaStore::aFolderWithoutItsMarkIsFound()
{
    const QTemporaryDir home;
    const QString before = home.filePath(u"before"_s);
    const QString after = home.filePath(u"after"_s);
    const QString away = home.filePath(u"away"_s);
    const QString mark = u"/.waymark-store"_s;
    const auto isEmpty = [](const QString &folder) {
        return QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    };
    QVERIFY(QDir().mkdir(before));
    Site site(before);
    const QByteArray jpeg = ArchivePictures::photo();
    const QString photo = u"/device-data/%1/content"_s.arg(site.upload(jpeg));
    QTRY_VERIFY(site.isMoved(u"device_data"_s));
    QTRY_VERIFY((site.runJobs(), site.files(u"archive/%1"_s).isEmpty()));
    const auto restart = [&](const QString &path) {
        QCOMPARE(site.server.process().stop(30'000), 0);
        site.dropCopies();
        site.server.start({u"--media-store"_s, path});
    };
    // The share is not mounted yet at its new path.
    QVERIFY(QDir().mkdir(after));
    restart(after);
    EXPECT_PROBLEM(site.ada.get(photo), 503, "media_store_unreachable");
    QVERIFY(site.server.process().errors().contains("neither the file .waymark-store nor the media"));
    const QString newer = u"/device-data/%1/content"_s.arg(site.upload(jpeg));
    site.runJobs();
    EXPECT_STATUS(site.ada.get(newer), 200);
    QVERIFY(isEmpty(after));

    QFile file(before + mark);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray id = file.readAll().trimmed();
    QVERIFY(QFile::remove(before + mark) && QDir().rename(after, away) && QDir().rename(before, after));
    restart(after);
    QCOMPARE(site.ada.get(photo).body, jpeg);
    QTRY_VERIFY(site.isMoved(u"device_data"_s));
    QCOMPARE(site.server.sql(u"SELECT DISTINCT storage_id FROM device_data"_s).trimmed(), id);

    // A new store is begun on purpose.
    QFile begun(away + mark);
    QVERIFY(begun.open(QFile::WriteOnly));
    restart(away);
    QVERIFY(site.server.process().errors().contains("The database names media in the store " + id));
    const QString newest = site.upload(jpeg);
    QTRY_VERIFY((site.runJobs(), QFile::exists(away + u"/archive/%1/%2"_s.arg(site.device, newest))));
}

QTEST_GUILESS_MAIN(TestMediaStore)
#include "tst_mediastore.moc"
