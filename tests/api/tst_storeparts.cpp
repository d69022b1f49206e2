// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/recordingfixture.h"
#include "tests/api/storefixture.h"
#include "tests/support/expect.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::StringLiterals;
using RecordingFixture::at;
using RecordingFixture::start;
using StoreFixture::Site;
using StoreFixture::Store;

namespace {
const QString smallParts = u"&part=5"_s; // MiB

/// Returns a photo of 12 MiB, which goes up in three parts.
QByteArray largePhoto()
{
    QImage image(2048, 2048, QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y)
        std::fill_n(image.scanLine(y), image.bytesPerLine(), uchar(y));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "BMP");
    return buffer.data();
}
}

/// Objects that go to a media store in parts, and come from it in parts.
class TestStoreParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_photo = largePhoto(); }
    void uploadGoesOnAfterARestart();
    void uploadOfADeletedFileIsAborted();
    void onlyTheRangeIsFetched();
    void playbackFetchesWhatIsWatched();
    void damagedObjectsAreMissing();

private:
    static int attempts(const Site &site)
    {
        site.runJobs();
        return site.server.sql(u"SELECT attempts FROM job WHERE kind = 'store'"_s).trimmed().toInt();
    }

    QByteArray m_photo;
};

void TestStoreParts::uploadGoesOnAfterARestart()
{
    Store store(u"S3"_s);
    store.fault(u"onepart"_s, true);
    Site site(store.address(smallParts));
    const QString id = site.upload(m_photo);
    QTRY_VERIFY(attempts(site) >= 1);
    QCOMPARE(store.objects(), 0);
    QCOMPARE(store.uploads(), 1);
    site.server.kill9();
    store.fault(u"onepart"_s, false);
    site.server.start();
    QTRY_VERIFY(site.isMoved(u"device_data"_s));
    QTRY_VERIFY((site.runJobs(), site.files(u"archive/%1"_s).isEmpty()));
    QCOMPARE(store.objects(), 1);
    QCOMPARE(store.uploads(), 0);
    QCOMPARE(store.requests(u"POST .*uploads="_s).size(), 1);
    QCOMPARE(store.requests(u"PUT .*partNumber=1&"_s).size(), 1);
    site.dropCopies();
    QCOMPARE(site.ada.get(u"/device-data/%1/content"_s.arg(id)).body, m_photo);
}

void TestStoreParts::uploadOfADeletedFileIsAborted()
{
    Store store(u"S3"_s);
    store.fault(u"onepart"_s, true);
    Site site(store.address(smallParts));
    const QString id = site.upload(m_photo);
    QTRY_VERIFY(attempts(site) >= 1);
    QCOMPARE(store.uploads(), 1);
    EXPECT_STATUS(site.ada.del(u"/device-data/%1/permanent"_s.arg(id)), 204);
    site.server.sql(u"UPDATE store_deletion SET due_at = %1"_s.arg(QDateTime::currentMSecsSinceEpoch())); // a day later
    QTRY_COMPARE((site.runJobs(), store.uploads()), 0);
    QTRY_COMPARE(site.server.sql(u"SELECT count(*) FROM store_deletion"_s).trimmed(), "0");
}

void TestStoreParts::onlyTheRangeIsFetched()
{
    Store store(u"S3"_s);
    Site site(store.address());
    const QString content = u"/device-data/%1/content"_s.arg(site.upload(m_photo));
    QTRY_VERIFY(site.isMoved(u"device_data"_s));
    QTRY_VERIFY((site.runJobs(), site.files(u"archive/%1"_s).isEmpty()));
    site.dropCopies();
    const Answer part = site.ada.get(content, {{"Range", "bytes=4000000-4000009"}});
    EXPECT_STATUS(part, 206);
    QCOMPARE(part.body, m_photo.mid(4'000'000, 10));
    QCOMPARE(part.header("Content-Range"), "bytes 4000000-4000009/" + QByteArray::number(m_photo.size()));
    const Answer end = site.ada.get(content, {{"Range", "bytes=-5"}});
    QCOMPARE(end.body, m_photo.right(5));
    // What was fetched is not fetched again, and the tag stays the same.
    const Answer again = site.ada.get(content, {{"Range", "bytes=4000001-4000002"}, {"If-Range", part.header("ETag")}});
    EXPECT_STATUS(again, 206);
    QCOMPARE(again.body, m_photo.mid(4'000'001, 2));
    const QStringList fetched = store.requests(u"GET "_s);
    QCOMPARE(fetched.size(), 2);
    QVERIFY2(fetched.constFirst().endsWith(u"bytes=3997696-4063231"_s), qPrintable(fetched.constFirst()));
    EXPECT_STATUS(site.ada.get(content, {{"If-None-Match", part.header("ETag")}}), 304);
    EXPECT_STATUS(site.ada.get(content, {{"Range", "bytes=99999999-"}}), 416);
    QCOMPARE(store.requests(u"GET "_s).size(), 2);
    QCOMPARE(site.ada.get(content).body, m_photo);
}

void TestStoreParts::playbackFetchesWhatIsWatched()
{
    Store store(u"S3"_s);
    Site site(store.address());
    const EncodedVideo video = EncodedVideo::of(40, u"640x360"_s, {u"-c:v"_s, u"mpeg4"_s, u"-b:v"_s, u"2M"_s});
    const RecordedFile file = RecordingFixture::record(site.server, video, {site.device, start});
    const QString clip = u"/streams/%1/clip.mp4?from=%2&to=%3"_s.arg(site.device, at(20'000), at(22'000));
    const QByteArray before = site.ada.get(clip).body;
    QTRY_VERIFY(site.isMoved(u"recording"_s));
    QTRY_VERIFY((site.runJobs(), site.files(u"media/%1/recordings"_s).isEmpty()));
    site.dropCopies();
    QCOMPARE(site.ada.get(clip).body, before);
    EXPECT_STATUS(site.ada.get(u"/streams/%1/frame.jpg?at=%2"_s.arg(site.device, at(21'500))), 200);
    qint64 fetched = 0;
    const QStringList requests = store.requests(u"GET "_s);
    for (const QString &request : requests) {
        const QStringList range = request.section(u"bytes="_s, 1).split(u'-');
        QCOMPARE(range.size(), 2);
        fetched += range[1].toLongLong() + 1 - range[0].toLongLong();
    }
    QVERIFY2(requests.size() <= 4 && fetched < file.bytes / 3,
             qPrintable(u"%1 of %2 bytes in %3 requests"_s.arg(fetched).arg(file.bytes).arg(requests.size())));
}

/// The store has lost the ends of its objects.
void TestStoreParts::damagedObjectsAreMissing()
{
    Store store(u"S3"_s);
    Site site(store.address());
    const QString content = u"/device-data/%1/content"_s.arg(site.upload(m_photo));
    RecordingFixture::record(site.server, EncodedVideo::of(4), {site.device, start});
    const QString clip = u"/streams/%1/clip.mp4?from=%2&to=%3"_s.arg(site.device, at(0), at(4000));
    QTRY_VERIFY(site.isMoved(u"device_data"_s) && site.isMoved(u"recording"_s));
    QTRY_VERIFY((site.runJobs(), site.files(u"archive/%1"_s).isEmpty()));
    EXPECT_STATUS(site.ada.get(clip), 200);
    site.dropCopies();
    store.cut(2000);
    EXPECT_PROBLEM(site.ada.get(content), 404, "not_found");
    for (const char *range : {"bytes=0-99", "bytes=4000000-4000099", "bytes=-10"})
        EXPECT_PROBLEM(site.ada.get(content, {{"Range", range}}), 404, "not_found");
    EXPECT_PROBLEM(site.ada.get(clip), 404, "not_found");
    QCOMPARE(site.files(u"cache"_s), QStringList());
}

QTEST_GUILESS_MAIN(TestStoreParts)
#include "tst_storeparts.moc"
