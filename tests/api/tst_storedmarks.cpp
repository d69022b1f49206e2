// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/archivefixture.h"
#include "tests/api/storefixture.h"
#include "tests/api/zipentries.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;
using StoreFixture::Site;
using StoreFixture::Store;

namespace {
struct ArchivePictures : ArchiveFixture
{
    using ArchiveFixture::photo;
};

const QByteArray clip = "0123456789";

/// A mark with a snapshot and a thumbnail, and its addresses.
struct Mark
{
    explicit Mark(const Site &site)
        : site(site)
        , made(site.ada
                   .post(u"/device-marks"_s,
                         {{u"device_id"_s, site.device},
                          {u"label"_s, u"parcel"_s},
                          {u"started_at"_s, u"2026-11-23T08:00:00Z"_s},
                          {u"snapshot"_s, QString::fromLatin1(ArchivePictures::photo().toBase64())}})
                   .json)
        , id(made[u"devicemark_id"_s].toString())
    {
    }
    QString address(const QString &name) const { return u"/device-marks/%1/%2"_s.arg(id, name); }
    Answer get(const QString &name) const { return site.ada.get(address(name)); }
    /// Gives the mark a clip, as ClipMaker does.
    void addClip() const
    {
        QFile file(site.server.dataDir() + u"/marks/%1/%2.clip.mp4"_s.arg(site.device, id));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(clip) == clip.size());
        site.server.sql(
            u"UPDATE device_mark SET media_bytes = media_bytes + 10, clip = "
            "'{\"state\":\"ready\",\"url\":\"/v1%1\",\"bytes\":10,\"missing\":[]}'"_s.arg(address(u"clip.mp4"_s)));
    }

    const Site &site;
    const QJsonObject made;
    const QString id;
};
}

/// The pictures and clips of marks that have moved to a media store.
class TestStoredMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mediaMoveAndAreRead_data();
    void mediaMoveAndAreRead();
    void mediaStayUntilTheStoreHasThem();
    void readersAreSentToTheStore();

private:
    static void requireExport(const Mark &mark, const QByteArray &snapshot);
    static void requireRemoval(const Store &store, const Mark &mark);
};

void TestStoredMarks::mediaMoveAndAreRead_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("S3") << u"S3"_s;
    QTest::newRow("folder") << u"folder"_s;
}

void TestStoredMarks::mediaMoveAndAreRead()
{
    QFETCH(const QString, kind);
    Store store(kind);
    Site site(store.address());
    const Mark mark(site);
    mark.addClip();
    const QByteArray snapshot = mark.get(u"snapshot.jpg"_s).body;
    const QByteArray thumbnail = mark.get(u"thumbnail.jpg"_s).body;
    const QString usage = u"/devices/%1/storage"_s.arg(site.device);
    const qint64 used = site.ada.get(usage).json[u"marks"_s].toInteger();
    QTRY_VERIFY(site.isMoved(u"device_mark"_s));
    QTRY_VERIFY((site.runJobs(), site.files(u"marks/%1"_s).isEmpty()));
    QCOMPARE(store.objects(), 3);
    QCOMPARE(site.server.sql(u"SELECT count(*) FROM store_deletion"_s).trimmed(), "0");

    site.dropCopies();
    QCOMPARE(mark.get(u"snapshot.jpg"_s).body, snapshot);
    QCOMPARE(mark.get(u"thumbnail.jpg"_s).body, thumbnail);
    const Answer part = site.ada.get(mark.address(u"clip.mp4"_s), {{"Range", "bytes=2-4"}});
    EXPECT_STATUS(part, 206);
    QCOMPARE(part.body, "234");
    EXPECT_PROBLEM(site.ada.post(u"/face/detect"_s, {{u"mark_id"_s, mark.id}}), 503, "models_not_installed");
    QCOMPARE(site.ada.get(usage).json[u"marks"_s].toInteger(), used);
    EXPECT_PROBLEM(site.server.account(u"bea"_s).get(mark.address(u"clip.mp4"_s)), 404, "not_found");
    site.dropCopies();
    requireExport(mark, snapshot);
    requireRemoval(store, mark);
}

/// The export of an account has what has moved.
void TestStoredMarks::requireExport(const Mark &mark, const QByteArray &snapshot)
{
    const Site &site = mark.site;
    const QString path = u"/accounts/%1/export"_s.arg(site.ada.accountId());
    EXPECT_STATUS(site.ada.post(path, {{u"media"_s, u"archive"_s}, {u"password"_s, TestAccount::password()}}), 201);
    QTRY_COMPARE_WITH_TIMEOUT(site.ada.get(path).json[u"state"_s].toString(), u"ready"_s, 30'000);
    const QJsonObject made = site.ada.get(path).json;
    QCOMPARE(made[u"missing"_s].toInt(), 0);
    const QJsonObject entries = ZipEntries::of(site.server.anybody().get(made[u"url"_s].toString()).body);
    const auto entry = [&](const QString &ending) {
        return ZipEntries::content(entries, entries.keys().filter(mark.id + u'.' + ending).value(0));
    };
    QCOMPARE(entry(u"snapshot.jpg"_s), snapshot);
    QCOMPARE(entry(u"clip.mp4"_s), clip);
}

/// Objects are deleted with their mark, and with its camera.
void TestStoredMarks::requireRemoval(const Store &store, const Mark &mark)
{
    const Site &site = mark.site;
    const Mark other(site);
    QTRY_VERIFY(site.isMoved(u"device_mark"_s));
    QCOMPARE(store.objects(), 5);
    const QString marks = u"/device-marks/triggered/account/%1/"_s.arg(site.ada.accountId());
    const QJsonObject ids{{u"mark_ids"_s, QJsonArray{mark.id}}};
    EXPECT_STATUS(site.ada.del(marks + u"detail"_s, ids), 200);
    EXPECT_STATUS(mark.get(u"snapshot.jpg"_s), 200); // in the bin
    EXPECT_STATUS(site.ada.del(marks + u"temporary"_s, ids), 200);
    QTRY_COMPARE((site.runJobs(), store.objects()), 2);
    EXPECT_STATUS(site.ada.del(u"/devices/"_s + site.device), 204);
    site.server.sql(u"UPDATE device SET purge_at = 1 WHERE deleted_at IS NOT NULL"_s);
    QTRY_COMPARE((site.runJobs(), store.objects()), 0);
}

void TestStoredMarks::mediaStayUntilTheStoreHasThem()
{
    Store store(u"S3"_s);
    store.fault(u"broken"_s, true);
    Site site(store.address());
    const Mark waiting(site); // for its clip
    site.server.sql(
        u"UPDATE device_mark SET clip = '{\"state\":\"pending\",\"wanted_from\":\"2026-11-23T10:00:00.000Z\","
        "\"bytes\":0,\"missing\":[]}'"_s);
    const Mark mark(site);
    const auto attempts = [&] {
        site.runJobs();
        return site.server.sql(u"SELECT attempts FROM job WHERE kind = 'store_marks'"_s).trimmed().toInt();
    };
    QTRY_VERIFY(attempts() >= 1);
    EXPECT_STATUS(mark.get(u"snapshot.jpg"_s), 200);
    site.server.kill9();
    store.fault(u"broken"_s, false);
    site.server.start();
    QTRY_COMPARE((site.runJobs(), site.files(u"marks/%1"_s).size()), 2);
    QCOMPARE(store.objects(), 2);
    QCOMPARE(site.server.sql(u"SELECT devicemark_id FROM device_mark WHERE storage_id NOT LIKE 'store:%'"_s).trimmed(),
             waiting.id.toLatin1());
    site.dropCopies();
    store.fault(u"broken"_s, true);
    EXPECT_PROBLEM(mark.get(u"snapshot.jpg"_s), 503, "media_store_unreachable");
    store.fault(u"broken"_s, false);
    EXPECT_STATUS(mark.get(u"snapshot.jpg"_s), 200);
    // An object that somebody has deleted behind the server's back is missing, not on its way.
    store.clear();
    site.dropCopies();
    EXPECT_PROBLEM(mark.get(u"snapshot.jpg"_s), 404, "not_found");
}

void TestStoredMarks::readersAreSentToTheStore()
{
    Store store(u"S3"_s);
    Site site(store.address(u"&direct=yes"_s));
    const Mark mark(site);
    const QByteArray snapshot = mark.get(u"snapshot.jpg"_s).body;
    QTRY_VERIFY(site.isMoved(u"device_mark"_s));
    const Answer made = site.ada.put(u"/device-marks/account/%1/signedurl"_s.arg(site.ada.accountId()),
                                     {{u"mark_ids"_s, QJsonArray{mark.id}}});
    const QString link = made.json[u"results"_s][0][u"snapshot"_s].toString();
    const Answer sent = site.server.anybody().get(link);
    EXPECT_STATUS(sent, 302);
    QCOMPARE(sent.header("Cache-Control"), "no-store");
    const Answer read = site.server.anybody().get(QString::fromLatin1(sent.header("Location")));
    EXPECT_STATUS(read, 200);
    QCOMPARE(read.header("Content-Type"), "image/jpeg");
    QCOMPARE(read.body, snapshot);
    EXPECT_STATUS(site.server.account(u"bea"_s).get(mark.address(u"snapshot.jpg"_s)), 404);
}

QTEST_GUILESS_MAIN(TestStoredMarks)
#include "tst_storedmarks.moc"
