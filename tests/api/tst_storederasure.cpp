// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/recordingfixture.h"
#include "tests/api/storefixture.h"
#include "tests/support/expect.h"

#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;
using RecordingFixture::at;
using RecordingFixture::span;
using RecordingFixture::start;
using StoreFixture::Site;
using StoreFixture::Store;

namespace {
constexpr int seconds = 10; // of the video, a fragment each
}

/// Spans of recordings in the media store that are deleted.
class TestStoredErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_video = EncodedVideo::of(seconds); }
    void deletedBytesLeaveTheStore();
    void oneServerErasesAnObject();
    void deletedRecordingsDoNotComeBack();
    void whatIsBeingSentEndsWithItsDeletion_data();
    void whatIsBeingSentEndsWithItsDeletion();

private:
    EncodedVideo m_video;
};

void TestStoredErasure::deletedBytesLeaveTheStore()
{
    Store store(u"S3"_s);
    Site site(store.address());
    RecordingFixture::record(site.server, m_video, {site.device, start});
    const QString clip = u"/streams/%1/clip.mp4"_s.arg(site.device) + span(6000, 9000);
    const QByteArray before = site.ada.get(clip).body;
    QTRY_VERIFY(site.isMoved(u"recording"_s));
    QCOMPARE(store.objects(), 1);
    const QByteArray path = site.server.sql(u"SELECT path FROM recording"_s).trimmed();
    EXPECT_STATUS(site.ada.del(u"/devices/%1/recordings"_s.arg(site.device) + span(3000, 5000)), 200);
    QTRY_VERIFY((site.runJobs(), site.server.sql(u"SELECT path FROM recording"_s).trimmed() != path));
    QTRY_COMPARE((site.runJobs(), store.objects()), 1);
    QCOMPARE(site.server.sql(u"SELECT count(*) FROM recording_erasure WHERE storage_id LIKE 'store:%'"_s).trimmed(),
             "0");
    site.dropCopies();
    QCOMPARE(site.ada.get(clip).body, before);
    EXPECT_PROBLEM(site.ada.get(u"/streams/%1/clip.mp4"_s.arg(site.device) + span(3000, 5000)), 404, "not_recorded");
}

void TestStoredErasure::oneServerErasesAnObject()
{
    if (!TestServer::onPostgres())
        QSKIP("A SQLite database has one server.");
    Store store(u"S3"_s);
    const QStringList advertised{u"--advertise"_s, u"http://127.0.0.1:0"_s};
    Site site(store.address(), advertised);
    RecordingFixture::record(site.server, m_video, {site.device, start});
    QTRY_VERIFY(site.isMoved(u"recording"_s));
    const QStringList forever{u"--recording-days"_s, u"0"_s}; // the recording is a year old
    TestServer other(site.server, advertised + forever + QStringList{u"--media-store"_s, store.address()});
    store.fault(u"slow"_s, true); // there is time for a second server to begin
    EXPECT_STATUS(site.ada.del(u"/devices/%1/recordings"_s.arg(site.device) + span(3000, 5000)), 200);
    QTRY_COMPARE(
        (site.runJobs(),
         site.server.sql(u"SELECT count(*) FROM recording_erasure WHERE storage_id LIKE 'store:%'"_s).trimmed()),
        "0");
    QTRY_COMPARE((site.runJobs(), site.server.sql(u"SELECT count(*) FROM store_deletion"_s).trimmed()), "0");
    QCOMPARE(store.objects(), 1);
    QCOMPARE(store.requests(u"PUT "_s).size(), 2); // as it was recorded, and without what was deleted
    site.dropCopies();
    EXPECT_STATUS(site.ada.get(u"/streams/%1/clip.mp4"_s.arg(site.device) + span(6000, 9000)), 200);
}

/// The server ends before it has removed the file of a recording that has moved to the store.
void TestStoredErasure::deletedRecordingsDoNotComeBack()
{
    Store store(u"folder"_s);
    Site site(store.address());
    const QString path =
        site.server.dataDir() + u'/' + RecordingFixture::record(site.server, m_video, {site.device, start}).path;
    const QString whole = span(-1000, seconds * 1000 + 1000);
    // The run of the job after the move would remove the file.
    const QString move = u"UPDATE job SET due_at = 1 WHERE kind = 'store' AND EXISTS (SELECT 1 FROM recording WHERE "
                         "storage_id NOT LIKE 'store:%')"_s;
    const QString unmoved = u"SELECT count(*) FROM recording WHERE storage_id NOT LIKE 'store:%'"_s;
    QTRY_COMPARE((site.server.sql(move), site.server.sql(unmoved).trimmed()), "0");
    site.server.kill9();
    QVERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QFile::ReadWrite)
            && file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFile::FileModificationTime));
    site.server.start();
    EXPECT_STATUS(site.ada.del(u"/devices/%1/recordings"_s.arg(site.device) + whole), 200);
    site.server.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'recording_files'"_s); // as once a day
    const QString due = u"SELECT count(*) FROM job WHERE kind = 'recording_files' AND due_at = 1"_s;
    QTRY_COMPARE(site.server.sql(due).trimmed(), "0");
    QTRY_VERIFY((site.runJobs(), !QFile::exists(path)));
    QTRY_COMPARE((site.runJobs(), site.server.sql(u"SELECT count(*) FROM recording_erasure"_s).trimmed()), "0");
    QCOMPARE(site.server.sql(u"SELECT count(*) FROM recording"_s).trimmed(), "0");
    QTRY_COMPARE((site.runJobs(), store.objects()), 0);
    EXPECT_PROBLEM(site.ada.get(u"/streams/%1/clip.mp4"_s.arg(site.device) + whole), 404, "not_recorded");
}

void TestStoredErasure::whatIsBeingSentEndsWithItsDeletion_data()
{
    QTest::addColumn<bool>("isStored");
    QTest::addColumn<bool>("isClip");
    QTest::newRow("clip of the store") << true << true;
    QTest::newRow("segment of the store") << true << false;
    QTest::newRow("segment of a file") << false << false;
}

/// The bytes are still there: a local copy is open, and a file is erased later.
void TestStoredErasure::whatIsBeingSentEndsWithItsDeletion()
{
    QFETCH(const bool, isStored);
    QFETCH(const bool, isClip);
    constexpr qint64 large = 40 << 20; // bytes, more than all buffers on the way
    Store store(u"folder"_s);
    Site site(store.address());
    EncodedVideo video = m_video;
    video.fragments = {video.fragments.constFirst() + QByteArray::fromHex("02800000") + "free"
                       + QByteArray(large, '\0')};
    site.server.sql(u"UPDATE job SET due_at = 9000000000000 WHERE kind IN ('store', 'recording_erasure')"_s);
    RecordingFixture::record(site.server, video, {site.device, start});
    if (isStored) {
        QTRY_VERIFY(site.isMoved(u"recording"_s));
        site.dropCopies(); // the first one is the recorded file itself
    }
    const QString streams = u"/streams/%1/"_s.arg(site.device);
    QByteArray target = "clip.mp4" + span(0, 1000).toLatin1();
    if (!isClip) {
        const auto lines = site.ada.get(streams + u"playback.m3u8"_s + span(0, 1000)).body.split('\n');
        const auto isSegment = [](const QByteArray &line) { return !line.isEmpty() && !line.startsWith('#'); };
        target = *std::ranges::find_if(lines, isSegment);
    }
    QTcpSocket client;
    client.setReadBufferSize(64 * 1024);
    client.connectToHost(site.server.base().host(), quint16(site.server.base().port()));
    QVERIFY(client.waitForConnected());
    client.write("GET /v1" + streams.toLatin1() + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                 + site.ada.accessToken().toLatin1() + "\r\n\r\n");
    QTRY_COMPARE(client.bytesAvailable(), 64 * 1024);
    QByteArray read = client.read(1024);
    QVERIFY2(read.startsWith("HTTP/1.1 200 "), read.constData());
    EXPECT_STATUS(site.ada.del(u"/devices/%1/recordings"_s.arg(site.device) + span(0, 1000)), 200);
    const auto readOn = [&] { // slowly, so that the end comes before the last byte
        read += client.readAll();
        return client.state() == QAbstractSocket::UnconnectedState && client.bytesAvailable() == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(readOn(), 60'000);
    QVERIFY2(read.size() < large, QByteArray::number(read.size()).constData());
}

QTEST_GUILESS_MAIN(TestStoredErasure)
#include "tst_storederasure.moc"
