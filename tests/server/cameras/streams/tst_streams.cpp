// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/films.h"
#include "tests/server/cameras/ingest/videoprobe.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/slowdown.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// Live pictures over HTTP, for apps with a token and for players without a token.
class StreamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void returnsTheAttributes();
    void signsUrls();
    void playsOverHttp();
    void listsSegmentsThatNeedNoToken();
    void keepsTheUrlsOfSegments();
    void streamsMjpeg();
    void showsTheNewestPicture();
    void refuses_data();
    void refuses();
    void refusesWhileThereAreNoPictures();
    void givesTheReasonForNoPlaylist();
    void requiresTheSpanOfARecording();
    void waitsForTheNextPart();
    void refusesToWait_data();
    void refusesToWait();
    void waitingEndsWithItsAccess();

private:
    /// Returns the number of the segment that is being recorded.
    static qint64 nextSequence(const QByteArray &playlist)
    {
        const QByteArray first = playlist.mid(playlist.indexOf("#EXT-X-MEDIA-SEQUENCE:") + 22);
        return first.left(first.indexOf('\n')).toLongLong() + playlist.count("#EXTINF");
    }
    Answer anybody(const QString &path) const { return m_server->anybody().get(path); }
    QString address(const QString &name) const { return m_addresses[name].toString(); }

    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
    QJsonObject m_addresses;
};

void StreamsTest::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>();
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s, {{"source_url"_L1, m_camera->url().toString()}})["device_id"_L1].toString();
    m_addresses = m_ada->get(u"/streams/"_s + m_device).json;
    QTRY_VERIFY_WITH_TIMEOUT(anybody(address(u"hls"_s)).body.count("#EXTINF") >= 3, 30'000);
}

void StreamsTest::returnsTheAttributes()
{
    const QString path = u"/devices/%1/attributes"_s.arg(m_device);
    QJsonObject attributes = m_ada->get(path).json;
    QVERIFY(!attributes.take("video_profile"_L1).toString().isEmpty());
    attributes.remove(u"bit_rate"_s);
    const QJsonObject expected{
        {u"video_codec"_s, u"h264"_s},
        {u"width"_s, 640},
        {u"height"_s, 360},
        {u"resolutions"_s, QJsonArray{QJsonObject{{u"width"_s, 640}, {u"height"_s, 360}}}},
        {u"frame_rate"_s, 25},
        {u"frame_rates"_s, QJsonArray{25}},
    };
    QCOMPARE(attributes, expected); // unknown attributes are absent

    const QString dead =
        m_ada->addDevice(u"Dead"_s, {{"source_url"_L1, u"rtsp://127.0.0.1:1/live"_s}})["device_id"_L1].toString();
    QCOMPARE(m_ada->get(u"/devices/%1/attributes"_s.arg(dead)).json, QJsonObject());
}

void StreamsTest::signsUrls()
{
    QCOMPARE(m_addresses.keys(), QStringList({u"hls"_s, u"meta"_s, u"mjpeg"_s, u"snapshot"_s}));
    for (const auto &value : std::as_const(m_addresses)) {
        QVERIFY(value.toString().startsWith("/v1/streams/"_L1 + m_device));
        QVERIFY(value.toString().contains("signature="_L1));
    }
}

void StreamsTest::playsOverHttp()
{
    const QString url = m_server->base().resolved(QUrl(address(u"hls"_s))).toString();
    const auto video = VideoProbe::of(url, {u"-read_intervals"_s, u"%+2"_s});
    QCOMPARE(video.errors, QString());
    QCOMPARE(video.codec, u"h264"_s);
    QCOMPARE(video.size, QSize(640, 360));
    QVERIFY(video.frames >= 25 / slowdown);
    QVERIFY(video.monotonic);
}

void StreamsTest::listsSegmentsThatNeedNoToken()
{
    const auto playlist = m_ada->get(u"/streams/"_s + m_device + u"/live.m3u8"_s);
    QCOMPARE(playlist.status, 200);
    QCOMPARE(playlist.header("Content-Type"), "application/vnd.apple.mpegurl"_ba);
    auto lines = playlist.body.trimmed().split('\n');
    lines.removeIf([](const QByteArray &line) { return line.startsWith('#'); });
    const auto segment = anybody(u"/streams/"_s + m_device + u'/' + QString::fromLatin1(lines.last()));
    QCOMPARE(segment.status, 200);
    QCOMPARE(segment.header("Content-Type"), "video/mp4"_ba);
    QVERIFY(segment.body.contains("moof"));
}

void StreamsTest::keepsTheUrlsOfSegments()
{
    const QByteArray name = "signature=";
    const auto signatureIn = [&](const QByteArray &text) { return text.mid(text.indexOf(name), 60); };
    const QString path = u"/streams/"_s + m_device + u"/live.m3u8"_s;
    const auto first = m_ada->get(path).body;
    QVERIFY(first.contains(name));
    QTRY_VERIFY(m_ada->get(path).body != first);
    QCOMPARE(signatureIn(m_ada->get(path).body), signatureIn(first));
}

void StreamsTest::streamsMjpeg()
{
    QTcpSocket socket;
    socket.connectToHost(m_server->base().host(), quint16(m_server->base().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET " + address(u"mjpeg"_s).toLatin1() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT((read += socket.readAll()).count("--frame\r\n") >= 10, 30'000);
    QVERIFY(read.startsWith("HTTP/1.1 200 "));
    QVERIFY(read.contains("Content-Type: multipart/x-mixed-replace; boundary=frame\r\n"));
    QCOMPARE(read.count("\r\n\r\n\xff\xd8"), read.count("--frame\r\n"));
}

void StreamsTest::showsTheNewestPicture()
{
    const auto first = anybody(address(u"snapshot"_s));
    QCOMPARE(first.status, 200);
    QCOMPARE(first.header("Content-Type"), "image/jpeg"_ba);
    QVERIFY(first.body.startsWith("\xff\xd8"));
    QTRY_VERIFY_WITH_TIMEOUT(anybody(address(u"snapshot"_s)).header("X-Timestamp") > first.header("X-Timestamp"),
                             10'000);
}

void StreamsTest::refuses_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString base = u"/streams/"_s + m_device;
    const QString query = address(u"hls"_s).section(u'?', 1);
    QTest::newRow("nobody") << u""_s << base + u"/live.m3u8"_s << 401 << u"credential_required"_s;
    QTest::newRow("nobody wants addresses") << u""_s << base << 401 << u"credential_required"_s;
    QTest::newRow("a link opens no addresses") << u""_s << base + u'?' + query << 401 << u"credential_required"_s;
    QTest::newRow("another account") << u"bea"_s << base + u"/live.m3u8"_s << 404 << u"not_found"_s;
    QTest::newRow("another account's picture") << u"bea"_s << base + u"/snapshot.jpg"_s << 404 << u"not_found"_s;
    QTest::newRow("another account wants addresses") << u"bea"_s << base << 404 << u"not_found"_s;
    QTest::newRow("too small a scope") << u"scope"_s << base + u"/live.mjpeg"_s << 403 << u"insufficient_scope"_s;
    QTest::newRow("changed signature") << u""_s << base + u"/live.mjpeg?"_s + query + u'x' << 403 << u"link_invalid"_s;
    QTest::newRow("later expiry") << u""_s
                                  << base + u"/live.m3u8?"_s + QString(query).replace(u"expires="_s, u"expires=9"_s)
                                  << 403 << u"link_invalid"_s;
    QTest::newRow("signature of another device")
        << u""_s << u"/streams/dev_01h455vb4pex5vsknk084sn02q/snapshot.jpg?"_s + query << 403 << u"link_invalid"_s;
    QTest::newRow("a name that escapes") << u""_s << base + u"/segments/..%2F..%2Fserver.key?"_s + query << 404
                                         << u"not_found"_s;
    QTest::newRow("a segment that is not there")
        << u"ada"_s << base + u"/segments/1-2-3-4.m4s"_s << 404 << u"not_found"_s;
    QTest::newRow("an id of another kind")
        << u"ada"_s << u"/streams/usr_01h455vb4pex5vsknk084sn02q"_s << 404 << u"not_found"_s;
}

void StreamsTest::refuses()
{
    QFETCH(QString, who);
    QFETCH(QString, path);
    auto client = who == "scope"_L1 ? m_ada->with(*m_server, u"devices"_s) : m_server->anybody();
    const Answer answer = who.isEmpty() || who == "scope"_L1 ? client.get(path) : m_server->account(who).get(path);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
}

void StreamsTest::refusesWhileThereAreNoPictures()
{
    const QString device =
        m_ada->addDevice(u"Dead"_s, {{"source_url"_L1, u"rtsp://127.0.0.1:1/live"_s}})["device_id"_L1].toString();
    for (const auto &name : {u"/live.m3u8"_s, u"/live.mjpeg"_s, u"/snapshot.jpg"_s}) {
        const auto answer = m_ada->get(u"/streams/"_s + device + name);
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.code(), u"stream_not_ready"_s);
        QCOMPARE(answer.header("Retry-After"), "1"_ba);
    }
}

void StreamsTest::givesTheReasonForNoPlaylist()
{
    const Films films;
    const QString film = films.make(u"other.mkv"_s, {u"-c:v"_s, u"ffv1"_s});
    TestServer server({u"--allow-file-sources"_s});
    TestAccount &bea = server.account(u"bea"_s);
    const QString device =
        bea.addDevice(u"Film"_s, {{"source_url"_L1, QUrl::fromLocalFile(film).toString()}})["device_id"_L1].toString();
    const auto state = [&] { return bea.get(u"/devices/"_s + device).json["state"_L1].toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"online"_s, 30'000);
    QCOMPARE(bea.get(u"/devices/%1/attributes"_s.arg(device)).json["not_recordable"_L1].toString(),
             u"MP4 does not support the codec ffv1."_s);
    QCOMPARE(bea.get(u"/devices/"_s + device).json["streams"_L1].toObject().keys(),
             QStringList({u"mjpeg"_s, u"snapshot"_s}));
    QCOMPARE(bea.get(u"/streams/"_s + device).json.keys(), QStringList({u"meta"_s, u"mjpeg"_s, u"snapshot"_s}));
    EXPECT_PROBLEM(bea.get(u"/streams/%1/live.m3u8"_s.arg(device)), 409, "stream_not_recordable");
    EXPECT_STATUS(bea.get(u"/streams/%1/snapshot.jpg"_s.arg(device)), 200);
}

void StreamsTest::requiresTheSpanOfARecording()
{
    for (const auto &name : {u"/playback.m3u8"_s, u"/clip.mp4"_s, u"/frame.jpg"_s})
        EXPECT_PROBLEM(m_ada->get(u"/streams/"_s + m_device + name), 422, "invalid");
}

void StreamsTest::waitsForTheNextPart()
{
    const QString hls = address(u"hls"_s);
    const QByteArray before = anybody(hls).body;
    QVERIFY(before.contains("#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK="));
    const qint64 next = nextSequence(before);
    const Answer segment = anybody(hls + u"&_HLS_msn=%1"_s.arg(next));
    QCOMPARE(segment.status, 200);
    QCOMPARE(segment.header("Content-Type"), "application/vnd.apple.mpegurl"_ba);
    QVERIFY(nextSequence(segment.body) > next);
    const Answer part = anybody(hls + u"&_HLS_msn=%1&_HLS_part=0"_s.arg(nextSequence(segment.body)));
    QVERIFY(part.body.contains("segments/part-" + QByteArray::number(nextSequence(segment.body)) + "-0-"));
    // The part that a playlist announces is sent as soon as it is recorded.
    const QByteArray hint = part.body.mid(part.body.indexOf("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"") + 35);
    const QString name = QString::fromLatin1(hint.left(hint.indexOf('"')));
    const Answer media = anybody(u"/streams/"_s + m_device + u'/' + name);
    QCOMPARE(media.status, 200);
    QVERIFY(media.body.contains("moof"));
    // It is the same when it is asked for again.
    QCOMPARE(anybody(u"/streams/"_s + m_device + u'/' + name).body, media.body);
}

void StreamsTest::refusesToWait_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("far away") << u"&_HLS_msn=999999"_s << 400 << u"sequence_too_large"_s;
    QTest::newRow("a part of no segment") << u"&_HLS_part=1"_s << 422 << u"invalid"_s;
    QTest::newRow("no number") << u"&_HLS_msn=next"_s << 422 << u"invalid"_s;
    QTest::newRow("negative") << u"&_HLS_msn=-1"_s << 422 << u"invalid"_s;
}

void StreamsTest::refusesToWait()
{
    QFETCH(QString, query);
    const Answer answer = anybody(address(u"hls"_s) + query);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
    const QString part = u"/streams/%1/segments/part-999999-0-0.m4s?"_s.arg(m_device);
    QCOMPARE(anybody(part + address(u"hls"_s).section(u'?', 1)).status, 404); // not announced
}

void StreamsTest::waitingEndsWithItsAccess()
{
    const QString hls = address(u"hls"_s);
    m_camera->hangUp();
    const auto state = [&] { return m_ada->get(u"/devices/"_s + m_device).json["state"_L1].toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"offline"_s, 30'000);
    QTcpSocket socket;
    socket.connectToHost(m_server->base().host(), quint16(m_server->base().port()));
    QVERIFY(socket.waitForConnected());
    const qint64 next = nextSequence(anybody(hls).body);
    socket.write("GET " + hls.toLatin1() + "&_HLS_msn=" + QByteArray::number(next)
                 + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QByteArray read;
    QTRY_VERIFY((read += socket.readAll()).contains("\r\n\r\n"));
    QVERIFY(read.startsWith("HTTP/1.1 200 "));
    QCOMPARE(m_ada->del(u"/streams/"_s + m_device).status, 204);
    QTRY_VERIFY_WITH_TIMEOUT((read += socket.readAll()).endsWith("\r\n0\r\n\r\n")
                                 || socket.state() != QAbstractSocket::ConnectedState,
                             5'000);
    QVERIFY(!read.contains("#EXTM3U"));
}

QTEST_GUILESS_MAIN(StreamsTest)
#include "tst_streams.moc"
