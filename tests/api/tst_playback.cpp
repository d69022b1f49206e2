// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;
using RecordingFixture::at;
using RecordingFixture::span;
using RecordingFixture::start;

/// Playing what was recorded: playlists, clips, and single pictures, and who may.
class TestPlayback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void spanIsPlayed();
    void filesOfAConnectionContinue();
    void gapsAndFormatsAreDiscontinuities();
    void clipIsCutAtKeyFrames();
    void clipLeavesOutGaps();
    void clipEndsWhereTheFormatChanges();
    void frameIsExact_data();
    void frameIsExact();
    void signatureHoldsForItsSpan();
    void signaturesAreRevoked();
    void sharesCoverRecordings();
    void supportNeedsAGrant();
    void runningClipEndsWithItsAccess();
    void invalidRequestsAreRejected_data();
    void invalidRequestsAreRejected();

private:
    QString stream(const QString &name) const { return u"/streams/%1/%2"_s.arg(m_device, name); }
    RecordedFile record(qint64 startMs, int first = 0, int count = -1, qint64 connection = 1) const
    {
        return RecordingFixture::record(m_server, m_video, {m_device, start + startMs, first, count, connection});
    }
    QJsonObject addresses(qint64 from, qint64 to) const
    {
        return m_ada->get(u"/streams/"_s + m_device + span(from, to)).json;
    }
    QString url(const QString &path) const { return m_server.base().resolved(QUrl(path)).toString(); }
    /// Returns what ffprobe says about a stream of a file or URL.
    static QJsonObject probed(const QString &source, const QString &entries);

    TestServer m_server{{u"--recording-days"_s, u"0"_s}}; // the recordings are old
    TestAccount *m_ada = nullptr;
    EncodedVideo m_video;
    EncodedVideo m_large;
    QString m_device;
};

void TestPlayback::initTestCase()
{
    m_video = EncodedVideo::of(10);
    m_large = EncodedVideo::of(2, u"320x180"_s);
    QCOMPARE(m_video.fragments.size(), 10);
    m_ada = &m_server.account(u"ada"_s);
}

void TestPlayback::init() { m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString(); }

QJsonObject TestPlayback::probed(const QString &source, const QString &entries)
{
    const QByteArray output = RecordingFixture::run(
        u"ffprobe"_s, {u"-count_packets"_s, u"-show_entries"_s, entries, u"-of"_s, u"json"_s, source});
    const QJsonObject json = QJsonDocument::fromJson(output).object();
    if (json.isEmpty())
        qWarning("%s", output.constData());
    return json;
}

void TestPlayback::spanIsPlayed()
{
    record(0);
    const Answer playlist = m_ada->get(stream(u"playback.m3u8"_s) + span(2500, 9500));
    EXPECT_STATUS(playlist, 200);
    QCOMPARE(playlist.header("Content-Type"), "application/vnd.apple.mpegurl");
    QVERIFY(playlist.body.startsWith("#EXTM3U\n"));
    QVERIFY(playlist.body.endsWith("#EXT-X-ENDLIST\n"));
    QVERIFY(playlist.body.contains("#EXT-X-PROGRAM-DATE-TIME:" + at(2000).toLatin1() + '\n'));
    QVERIFY(playlist.body.contains("#EXT-X-START:TIME-OFFSET=0.500,PRECISE=YES\n"));
    QCOMPARE(playlist.body.count("#EXTINF:"), 2); // of six seconds and the rest
    QVERIFY(playlist.body.contains("#EXTINF:6.000,\n"));

    const QString address = addresses(0, 10'000)[u"playback"_s].toString();
    const QJsonValue video = probed(url(address), u"stream=codec_type,width,nb_read_packets"_s)[u"streams"_s][0];
    QCOMPARE(video[u"width"_s].toInt(), 160);
    QCOMPARE(video[u"nb_read_packets"_s].toString(), u"100"_s);
    QCOMPARE(RecordingFixture::run(u"ffmpeg"_s, {u"-i"_s, url(address), u"-f"_s, u"null"_s, u"-"_s}), "");
}

void TestPlayback::filesOfAConnectionContinue()
{
    record(0, 0, 5);
    record(5000, 5, 5);
    const Answer playlist = m_ada->get(stream(u"playback.m3u8"_s) + span(0, 10'000));
    QCOMPARE(playlist.body.count("#EXT-X-MAP:"), 2);
    QCOMPARE(playlist.body.count("#EXT-X-DISCONTINUITY"), 0);
    const QString address = addresses(0, 10'000)[u"playback"_s].toString();
    const QJsonValue video = probed(url(address), u"stream=nb_read_packets"_s)[u"streams"_s][0];
    QCOMPARE(video[u"nb_read_packets"_s].toString(), u"100"_s);
}

void TestPlayback::gapsAndFormatsAreDiscontinuities()
{
    record(0, 0, 3);
    record(60'000, 3, 3); // of the same connection, after a gap
    RecordingFixture::record(m_server, m_large, {m_device, start + 63'000, 0, 2, 2});
    const Answer playlist = m_ada->get(stream(u"playback.m3u8"_s) + span(0, 70'000));
    QCOMPARE(playlist.body.count("#EXT-X-DISCONTINUITY\n"), 2);
    QCOMPARE(playlist.body.count("#EXT-X-MAP:"), 3);
    QCOMPARE(playlist.body.count("#EXT-X-GAP"), 0);
    QVERIFY(playlist.body.contains("#EXT-X-PROGRAM-DATE-TIME:" + at(63'000).toLatin1() + '\n'));
    EXPECT_PROBLEM(m_ada->get(stream(u"playback.m3u8"_s) + span(10'000, 50'000)), 404, "not_recorded");
}

void TestPlayback::clipIsCutAtKeyFrames()
{
    record(0);
    const Answer clip = m_ada->get(stream(u"clip.mp4"_s) + span(2500, 6200));
    EXPECT_STATUS(clip, 200);
    QCOMPARE(clip.header("Content-Type"), "video/mp4");
    QCOMPARE(clip.header("Clip-Start"), at(2000).toLatin1());
    QCOMPARE(clip.header("Clip-End"), at(7000).toLatin1());
    QCOMPARE(clip.header("Content-Length"), QByteArray::number(clip.body.size()));
    QTemporaryDir folder;
    QFile file(folder.filePath(u"clip.mp4"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(clip.body) == clip.body.size());
    file.close();
    const QJsonObject found = probed(
        file.fileName(), u"format=start_time,duration:format_tags=creation_time:stream=codec_type,nb_read_packets"_s);
    QVERIFY(qAbs(found[u"format"_s][u"duration"_s].toString().toDouble() - 5) < 0.1);
    QVERIFY(qAbs(found[u"format"_s][u"start_time"_s].toString().toDouble()) < 0.1);
    QCOMPARE(found[u"format"_s][u"tags"_s][u"creation_time"_s].toString().left(19), at(2000).left(19));
    QCOMPARE(found[u"streams"_s][0][u"nb_read_packets"_s].toString(), u"50"_s);
    QCOMPARE(RecordingFixture::run(u"ffmpeg"_s, {u"-i"_s, file.fileName(), u"-f"_s, u"null"_s, u"-"_s}), "");
    QCOMPARE(clip.body.count("prft"), 5); // the time of capture of each fragment

    // A download is continued, and a player seeks.
    const QString path = stream(u"clip.mp4"_s) + span(2500, 6200);
    const Answer part = m_ada->get(path, {{"Range", "bytes=1000-4999"}});
    EXPECT_STATUS(part, 206);
    QCOMPARE(part.body, clip.body.mid(1000, 4000));
    QCOMPARE(m_ada->get(path, {{"Range", "bytes=-3000"}}).body, clip.body.right(3000));
    EXPECT_STATUS(m_ada->get(path, {{"If-None-Match", clip.header("ETag")}}), 304);
    EXPECT_PROBLEM(m_ada->get(path, {{"Range", "bytes=99999999-"}}), 416, "range_not_satisfiable");
}

void TestPlayback::clipLeavesOutGaps()
{
    record(0, 0, 3);
    record(60'000, 3, 3);
    record(63'000, 6, 4, 2); // of another connection, without a gap
    const Answer clip = m_ada->get(stream(u"clip.mp4"_s) + span(0, 70'000));
    QCOMPARE(clip.header("Clip-End"), at(67'000).toLatin1());
    QTemporaryDir folder;
    QFile file(folder.filePath(u"clip.mp4"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(clip.body) == clip.body.size());
    file.close();
    const QJsonObject found = probed(file.fileName(), u"format=duration:stream=nb_read_packets"_s);
    QVERIFY(qAbs(found[u"format"_s][u"duration"_s].toString().toDouble() - 10) < 0.1);
    QCOMPARE(found[u"streams"_s][0][u"nb_read_packets"_s].toString(), u"100"_s);
    QCOMPARE(RecordingFixture::run(u"ffmpeg"_s, {u"-i"_s, file.fileName(), u"-f"_s, u"null"_s, u"-"_s}), "");
}

void TestPlayback::clipEndsWhereTheFormatChanges()
{
    record(0, 0, 3);
    RecordingFixture::record(m_server, m_large, {m_device, start + 3000, 0, 2, 2});
    const Answer clip = m_ada->get(stream(u"clip.mp4"_s) + span(0, 5000));
    EXPECT_STATUS(clip, 200);
    QCOMPARE(clip.header("Clip-End"), at(3000).toLatin1());
    QCOMPARE(m_ada->get(stream(u"clip.mp4"_s) + span(3000, 5000)).header("Clip-End"), at(5000).toLatin1());
}

void TestPlayback::frameIsExact_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<int>("picture");
    QTest::newRow("key frame") << 0 << 0;
    QTest::newRow("at its beginning") << 3200 << 32;
    QTest::newRow("before its end") << 3299 << 32;
    QTest::newRow("last one") << 9950 << 99;
}

void TestPlayback::frameIsExact()
{
    QFETCH(int, ms);
    QFETCH(int, picture);
    record(0, 0, 5);
    record(5000, 5, 5);
    const Answer frame = m_ada->get(stream(u"frame.jpg"_s) + u"?at="_s + at(ms));
    EXPECT_STATUS(frame, 200);
    QCOMPARE(frame.header("Content-Type"), "image/jpeg");
    QCOMPARE(frame.header("X-Timestamp"), at(picture * 100).toLatin1());
    const QImage image = QImage::fromData(frame.body);
    QCOMPARE(image.size(), QSize(160, 96));
    const int grey = qGray(image.pixel(80, 48));
    QVERIFY2(qAbs(grey - EncodedVideo::greyOf(picture)) < 2, QByteArray::number(grey).constData());
}

void TestPlayback::signatureHoldsForItsSpan()
{
    record(0);
    const HttpClient anybody = m_server.anybody();
    const QJsonObject signedUrls = addresses(2000, 4000);
    const QString playlist = signedUrls[u"playback"_s].toString();
    EXPECT_STATUS(anybody.get(playlist), 200);
    EXPECT_STATUS(anybody.get(signedUrls[u"clip"_s].toString()), 200);
    const QString frame = signedUrls[u"frame"_s].toString();
    EXPECT_STATUS(anybody.get(frame + u"&at="_s + at(3000)), 200);
    EXPECT_INVALID(anybody.get(frame + u"&at="_s + at(5000)), "?at not_allowed");
    EXPECT_PROBLEM(anybody.get(QString(playlist).replace(at(4000), at(5000))), 403, "link_invalid");
    const QString other = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    EXPECT_PROBLEM(anybody.get(QString(playlist).replace(m_device, other)), 403, "link_invalid");
    // It does not sign live streams, and their signature does not sign recordings.
    EXPECT_PROBLEM(anybody.get(QString(playlist).replace(u"playback.m3u8"_s, u"live.m3u8"_s)), 422, "invalid");
    const QString live = signedUrls[u"snapshot"_s].toString().section(u'?', 1);
    EXPECT_PROBLEM(anybody.get(stream(u"clip.mp4"_s) + span(2000, 4000) + u'&' + live), 403, "link_invalid");
    QVERIFY(!m_ada->get(u"/streams/"_s + m_device).json.contains(u"playback"_s));

    // The segments of a playlist are signed like the playlist.
    const QByteArrayList lines = anybody.get(playlist).body.trimmed().split('\n');
    const auto segment =
        std::ranges::find_if(lines, [](const QByteArray &line) { return line.startsWith("recordings/"); });
    const QString path = stream(QString::fromLatin1(*segment));
    const Answer media = anybody.get(path);
    EXPECT_STATUS(media, 200);
    QVERIFY(media.body.contains("moof"));
    EXPECT_STATUS(anybody.get(path.section(u'?', 0, 0)), 401);
    // Bytes of the file that are not a segment of this span are not found.
    const QString name = path.section(u'?', 0, 0).section(u'/', -1);
    EXPECT_STATUS(anybody.get(QString(path).replace(name, u"0-100.m4s"_s)), 404);
    const qsizetype before = m_video.init.size(); // where the file's first fragment begins
    const qsizetype end = name.section(u'-', 0, 0).toLongLong() + media.body.size();
    const QString early = u"%1-%2.m4s"_s.arg(before).arg(end - before);
    EXPECT_STATUS(m_ada->get(path.section(name, 0, 0) + early + span(0, 4000)), 200);
    EXPECT_STATUS(anybody.get(QString(path).replace(name, early)), 404);
    EXPECT_STATUS(anybody.get(QString(path).replace(name, u"..%2f..%2fserver.key"_s)), 404);
    const QByteArrayList whole = m_ada->get(stream(u"playback.m3u8"_s) + span(0, 10'000)).body.trimmed().split('\n');
    const QString later = QString::fromLatin1(whole.at(whole.size() - 2)).section(u'?', 0, 0).section(u'/', -1);
    EXPECT_STATUS(anybody.get(QString(path).replace(name, later)), 404);
}

void TestPlayback::signaturesAreRevoked()
{
    record(0);
    const QString playlist = addresses(0, 4000)[u"playback"_s].toString();
    EXPECT_STATUS(m_server.anybody().get(playlist), 200);
    EXPECT_STATUS(m_ada->del(u"/streams/"_s + m_device), 204);
    EXPECT_PROBLEM(m_server.anybody().get(playlist), 403, "link_invalid");
}

void TestPlayback::sharesCoverRecordings()
{
    record(0);
    const TestAccount &bea = m_server.account(u"bea"_s);
    const QString clip = stream(u"clip.mp4"_s) + span(0, 4000);
    EXPECT_PROBLEM(bea.get(clip), 404, "not_found");
    const QJsonObject share{{u"device_id"_s, m_device}, {u"user"_s, bea.email()}};
    const QString shares = u"/devices/share/account/"_s + m_ada->accountId();
    EXPECT_STATUS(m_ada->post(shares, share), 201);
    EXPECT_STATUS(bea.get(clip), 200);
    EXPECT_STATUS(bea.get(stream(u"frame.jpg"_s) + u"?at="_s + at(0)), 200);
    const QString url = bea.get(u"/streams/"_s + m_device + span(0, 4000)).json[u"clip"_s].toString();
    EXPECT_STATUS(m_server.anybody().get(url), 200);
    EXPECT_STATUS(m_ada->del(shares, share), 204);
    EXPECT_STATUS(bea.get(clip), 404);
    EXPECT_STATUS(m_server.anybody().get(url), 404);
}

void TestPlayback::supportNeedsAGrant()
{
    record(0);
    const HttpClient support = m_server.staff(u"support"_s);
    const QString playlist = stream(u"playback.m3u8"_s) + span(0, 4000);
    EXPECT_PROBLEM(support.get(playlist), 403, "support_access_required");
    EXPECT_STATUS(m_ada->post(u"/accounts/%1/support-access"_s.arg(m_ada->accountId()), {{u"hours"_s, 1}}), 201);
    EXPECT_STATUS(support.get(playlist), 200);
    EXPECT_STATUS(m_ada->del(u"/accounts/%1/support-access"_s.arg(m_ada->accountId())), 204);
}

/// A client that does not read keeps the server from reading ahead, and gets no more once its access has ended.
void TestPlayback::runningClipEndsWithItsAccess()
{
    constexpr qint64 large = 40 << 20; // bytes, more than all buffers on the way
    EncodedVideo video = m_video;
    video.fragments = {video.fragments.constFirst() + QByteArray::fromHex("02800000") + "free"
                       + QByteArray(large, '\0')};
    RecordingFixture::record(m_server, video, {m_device, start});
    const QString clip = addresses(0, 1000)[u"clip"_s].toString();
    QTcpSocket client;
    client.setReadBufferSize(64 * 1024);
    client.connectToHost(m_server.base().host(), quint16(m_server.base().port()));
    QVERIFY(client.waitForConnected());
    client.write("GET " + clip.toLatin1() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(client.bytesAvailable(), 64 * 1024);
    QByteArray read = client.read(1024);
    QVERIFY2(read.startsWith("HTTP/1.1 200 "), read.constData());
    EXPECT_STATUS(m_ada->del(u"/streams/"_s + m_device), 204);
    const auto readOn = [&] { // slowly, so that the end comes before the last byte
        read += client.readAll();
        return client.state() == QAbstractSocket::UnconnectedState && client.bytesAvailable() == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(readOn(), 60'000);
    QVERIFY2(read.size() < large, QByteArray::number(read.size()).constData());
}

void TestPlayback::invalidRequestsAreRejected_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("error");
    QTest::newRow("no start") << u"playback.m3u8?to=%1"_s.arg(at(0)) << u"?from required"_s;
    QTest::newRow("no end") << u"clip.mp4?from=%1"_s.arg(at(0)) << u"?to required"_s;
    QTest::newRow("empty span") << u"clip.mp4"_s + span(5, 5) << u"?to too_small"_s;
    QTest::newRow("reversed span") << u"clip.mp4"_s + span(5, 4) << u"?to too_small"_s;
    QTest::newRow("long span") << u"playback.m3u8"_s + span(0, 24 * 3600'000 + 1000) << u"?to too_large"_s;
    QTest::newRow("long clip") << u"clip.mp4"_s + span(0, 6 * 3600'000 + 1000) << u"?to too_large"_s;
    QTest::newRow("malformed time") << u"playback.m3u8?from=now&to=%1"_s.arg(at(0)) << u"?from malformed"_s;
    QTest::newRow("no moment") << u"frame.jpg"_s << u"?at required"_s;
}

void TestPlayback::invalidRequestsAreRejected()
{
    QFETCH(QString, request);
    QFETCH(QString, error);
    const Answer answer = m_ada->get(stream(request));
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
