// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/recordingfixture.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/pausedprocess.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QTcpSocket>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // ms: a busy machine
constexpr qint64 large = 60 << 20; // bytes

QByteArray jpeg()
{
    QImage image(640, 360, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "JPEG");
    return bytes;
}

/// Bytes of memory that a process holds.
qint64 memoryOf(ChildProcess &process)
{
    QFile file(u"/proc/%1/statm"_s.arg(process.processId()));
    return file.open(QFile::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * ::getpagesize() : 0;
}
}

/// Two servers on one database, each with files of its own: whichever is asked answers.
class TestRelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void livePicturesOfAnothersCamera();
    void movingPicturesFlowAndEnd();
    void movingPicturesEndWithTheirSession();
    void movingPicturesOfAnOfflineCameraAreRefused();
    void filesOfMarks();
    void filesOfTheArchive();
    void recordingsOfAnotherServer();
    void capturesOfAnothersCamera();
    void aSlowClientFillsNoMemory();
    void strangersAreRefused_data();
    void strangersAreRefused();
    void aServerThatHangsIsNotWaitedForLong();
    void aServerThatIsGoneIsSaidSo();

private:
    struct Camera
    {
        QString device;
        TestServer *reader;
        TestServer *other;
    };
    Camera readBy(TestServer &reader);
    /// Sends a request with a token; empty: Ada's own.
    void send(QTcpSocket &socket, const TestServer &server, const QByteArray &target, const QString &token = {}) const;
    QString upload() const;
    QString archived(const QString &data) const;

    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TestServer> m_first;
    std::unique_ptr<TestServer> m_second;
    TestAccount *m_ada = nullptr;
    QStringList m_devices;
};

void TestRelay::initTestCase()
{
    const QStringList advertise{u"--advertise"_s, u"http://127.0.0.1:0"_s, u"--recording-days"_s, u"0"_s};
    m_camera = std::make_unique<CameraProcess>(QStringList{u"--size"_s, u"320x180"_s, u"--fps"_s, u"8"_s});
    m_first = std::make_unique<TestServer>(advertise);
    m_ada = &m_first->account(u"ada"_s); // before another server may put the mail with the code into its own outbox
    m_first->account(u"bea"_s);
    m_second = std::make_unique<TestServer>(*m_first, advertise);
    for (const QString &name : {u"One"_s, u"Two"_s})
        m_devices += m_ada->addDevice(name, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    for (const QString &device : m_devices) {
        for (const TestServer *server : {m_first.get(), m_second.get()})
            QTRY_COMPARE_WITH_TIMEOUT(server->asking(*m_ada).get(u"/streams/%1/live.m3u8"_s.arg(device)).status, 200,
                                      patience);
    }
}

TestRelay::Camera TestRelay::readBy(TestServer &reader)
{
    const QByteArray port = QByteArray::number(reader.base().port());
    const QByteArray device = m_first->sql(u"SELECT device_id FROM camera_lease l JOIN server s "
                                           "ON s.server_id = l.server_id WHERE s.address LIKE '%:"_s
                                           + QString::fromLatin1(port) + u"'"_s);
    return {QString::fromLatin1(device.trimmed()), &reader, &reader == m_first.get() ? m_second.get() : m_first.get()};
}

void TestRelay::send(QTcpSocket &socket, const TestServer &server, const QByteArray &target, const QString &token) const
{
    socket.connectToHost(server.base().host(), quint16(server.base().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                 + (token.isEmpty() ? m_ada->accessToken() : token).toLatin1() + "\r\n\r\n");
}

void TestRelay::livePicturesOfAnothersCamera()
{
    const Camera camera = readBy(*m_second);
    QVERIFY(m_devices.contains(camera.device));
    const HttpClient ada = m_first->asking(*m_ada);
    const QString streams = u"/streams/"_s + camera.device;
    const Answer snapshot = ada.get(streams + u"/snapshot.jpg"_s);
    EXPECT_STATUS(snapshot, 200);
    QCOMPARE(snapshot.header("Content-Type"), "image/jpeg");
    QVERIFY(snapshot.body.startsWith("\xff\xd8"));
    QVERIFY(!snapshot.header("X-Timestamp").isEmpty());
    QVERIFY(!snapshot.header("RateLimit-Limit").isEmpty()); // what every answer carries, this one does

    // The playlist is signed by the server that was asked, for players that send no token.
    const Answer playlist = ada.get(streams + u"/live.m3u8"_s);
    QCOMPARE(playlist.header("Content-Type"), "application/vnd.apple.mpegurl");
    const qsizetype last = playlist.body.lastIndexOf("\nsegments/") + 1; // of a whole segment
    const QString segment = streams + u'/' + QString::fromLatin1(playlist.body.mid(last).split('\n').constFirst());
    QVERIFY(segment.contains("signature="_L1));
    const Answer whole = m_first->anybody().get(segment);
    EXPECT_STATUS(whole, 200);
    QVERIFY(whole.body.contains("moof"));
    QCOMPARE(whole.header("ETag"), m_second->anybody().get(segment).header("ETag"));
    const Answer part = m_first->anybody().get(segment, {{"Range", "bytes=4-11"}});
    EXPECT_STATUS(part, 206);
    QCOMPARE(part.body, whole.body.mid(4, 8));
    EXPECT_PROBLEM(ada.get(streams + u"/segments/1-2-3-4.m4s"_s), 404, "not_found");
    EXPECT_PROBLEM(ada.get(streams + u"/segments/..%2f..%2fsnapshot.jpg"_s), 404, "not_found");
    EXPECT_PROBLEM(ada.get(streams + u"/segments/"_s + QString(6000, u'!')), 404, "not_found");
}

void TestRelay::movingPicturesFlowAndEnd()
{
    const Camera camera = readBy(*m_second);
    QTcpSocket socket;
    send(socket, *m_first, "/v1/streams/" + camera.device.toLatin1() + "/live.mjpeg");
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT((read += socket.readAll()).count("--frame\r\n") >= 10, patience);
    QVERIFY(read.startsWith("HTTP/1.1 200 "));
    QVERIFY(read.contains("Content-Type: multipart/x-mixed-replace; boundary=frame\r\n"));
    // The stream ends for the client when the camera is no longer read there.
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + camera.device), 204);
    QTRY_VERIFY_WITH_TIMEOUT((read += socket.readAll()).endsWith("0\r\n\r\n"), patience);
    m_devices.removeAll(camera.device);
    m_devices +=
        m_ada->addDevice(u"Three"_s, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    QTRY_VERIFY_WITH_TIMEOUT(!readBy(*m_second).device.isEmpty(), patience);
}

/// One server sends what another one reads, and a third request ends the session on the other.
void TestRelay::movingPicturesEndWithTheirSession()
{
    const Camera camera = readBy(*m_second);
    const QString token = m_ada->tokenWith(*m_first, u"account streams"_s);
    // It may have been added just now.
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(u"/devices/"_s + camera.device).json[u"state"_s].toString(), u"online"_s,
                              patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(u"/streams/%1/snapshot.jpg"_s.arg(camera.device)).status, 200, patience);
    QTcpSocket socket;
    send(socket, *m_first, "/v1/streams/" + camera.device.toLatin1() + "/live.mjpeg", token);
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT((read += socket.readAll()).size() > 0, patience);
    QVERIFY2(read.startsWith("HTTP/1.1 200 "), read.left(1000).constData());
    QTRY_VERIFY_WITH_TIMEOUT((read += socket.readAll()).count("--frame\r\n") >= 10, patience);
    HttpClient elsewhere = m_second->anybody();
    elsewhere.setBearer(token);
    EXPECT_STATUS(elsewhere.get(u"/accounts/logout"_s), 204);
    QTRY_VERIFY_WITH_TIMEOUT((read += socket.readAll()).endsWith("0\r\n\r\n"), 1500);
}

void TestRelay::movingPicturesOfAnOfflineCameraAreRefused()
{
    const QString device =
        m_ada->addDevice(u"Dark"_s, {{u"source_url"_s, u"rtsp://127.0.0.1:9/none"_s}})[u"device_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(u"/devices/"_s + device).json[u"state"_s].toString(), u"offline"_s, patience);
    for (const TestServer *server : {m_first.get(), m_second.get()}) {
        const Answer answer = server->asking(*m_ada).get(u"/streams/%1/live.mjpeg"_s.arg(device));
        EXPECT_PROBLEM(answer, 503, "stream_not_ready");
        QCOMPARE(answer.header("Retry-After"), "1");
    }
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + device), 204);
}

void TestRelay::filesOfMarks()
{
    const QByteArray picture = jpeg();
    const Answer made = m_ada->post(u"/device-marks"_s,
                                    {{u"device_id"_s, m_devices.constFirst()},
                                     {u"started_at"_s, u"2026-01-01T00:00:00Z"_s},
                                     {u"label"_s, u"person"_s},
                                     {u"snapshot"_s, QString::fromLatin1(picture.toBase64())}});
    EXPECT_STATUS(made, 201);
    const QString mark = u"/device-marks/"_s + made.json[u"devicemark_id"_s].toString();
    const HttpClient ada = m_second->asking(*m_ada);
    const Answer whole = ada.get(mark + u"/snapshot.jpg"_s);
    EXPECT_STATUS(whole, 200);
    QCOMPARE(whole.body, picture);
    QCOMPARE(whole.header("Content-Length"), QByteArray::number(picture.size()));
    QCOMPARE(whole.header("ETag"), m_ada->get(mark + u"/snapshot.jpg"_s).header("ETag"));
    EXPECT_STATUS(ada.get(mark + u"/snapshot.jpg"_s, {{"If-None-Match", whole.header("ETag")}}), 304);
    const Answer part = ada.get(mark + u"/snapshot.jpg"_s, {{"Range", "bytes=-10"}});
    EXPECT_STATUS(part, 206);
    QCOMPARE(part.body, picture.right(10));
    QVERIFY(part.header("Content-Range").endsWith('/' + QByteArray::number(picture.size())));
    EXPECT_PROBLEM(ada.get(mark + u"/snapshot.jpg"_s, {{"Range", "bytes=99999999-"}}), 416, "range_not_satisfiable");
    const Answer head = ada.send("HEAD", mark + u"/thumbnail.jpg"_s);
    EXPECT_STATUS(head, 200);
    QVERIFY(head.header("Content-Length").toInt() > 0);
    EXPECT_PROBLEM(ada.get(mark + u"/clip.mp4"_s), 404, "not_found");
    EXPECT_STATUS(ada.send("HEAD", mark + u"/clip.mp4"_s), 404); // whose body would say so
    // The server that is asked decides what its caller may see.
    TestAccount &bea = m_first->account(u"bea"_s);
    EXPECT_STATUS(m_second->asking(bea).get(mark + u"/snapshot.jpg"_s), 404);
}

QString TestRelay::upload() const
{
    return m_ada
        ->send("POST", u"/device-data?device_id="_s + m_devices.constFirst(), jpeg(), {{"Content-Type", "image/jpeg"}})
        .json[u"data_id"_s]
        .toString();
}

QString TestRelay::archived(const QString &data) const
{
    return m_first->dataDir() + u"/archive/"_s + m_devices.constFirst() + u'/' + data;
}

void TestRelay::filesOfTheArchive()
{
    const QString content = u"/device-data/%1/content"_s.arg(upload());
    const HttpClient ada = m_second->asking(*m_ada);
    const Answer whole = ada.get(content);
    EXPECT_STATUS(whole, 200);
    QCOMPARE(whole.header("Content-Type"), "image/jpeg");
    QCOMPARE(whole.body, jpeg());
    EXPECT_STATUS(ada.get(content, {{"Range", "bytes=0-0"}}), 206);
}

void TestRelay::recordingsOfAnotherServer()
{
    const QString device = m_devices.constFirst();
    RecordingFixture::record(*m_first, EncodedVideo::of(2), {device, 1'764'000'000'000});
    const HttpClient ada = m_second->asking(*m_ada);
    const QString streams = u"/streams/%1/"_s.arg(device);
    const QString span = u"?from=2025-11-24T16:00:00Z&to=2025-11-24T16:00:02Z"_s;
    const Answer clip = ada.get(streams + u"clip.mp4"_s + span);
    EXPECT_STATUS(clip, 200);
    QCOMPARE(clip.body, m_ada->get(streams + u"clip.mp4"_s + span).body);
    QCOMPARE(clip.header("Clip-End"), "2025-11-24T16:00:02.000Z");
    const Answer frame = ada.get(streams + u"frame.jpg?at=2025-11-24T16:00:01Z"_s);
    EXPECT_STATUS(frame, 200);
    QCOMPARE(frame.header("X-Timestamp"), "2025-11-24T16:00:01.000Z");
    const QByteArrayList lines = ada.get(streams + u"playback.m3u8"_s + span).body.trimmed().split('\n');
    const Answer segment = m_second->anybody().get(streams + QString::fromLatin1(lines.at(lines.size() - 2)));
    EXPECT_STATUS(segment, 200);
    QVERIFY(segment.body.contains("moof"));
}

void TestRelay::capturesOfAnothersCamera()
{
    const Camera camera = readBy(*m_second);
    const QString captures = u"/devices/%1/capture"_s.arg(camera.device);
    EXPECT_STATUS(m_ada->send("POST", captures), 201); // a photo
    const Answer clip = m_ada->post(captures, {{u"kind"_s, u"video"_s}, {u"duration"_s, 1}});
    EXPECT_STATUS(clip, 201);
    const QString path = u"/device-data/"_s + clip.json[u"data_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(path).json[u"state"_s].toString(), u"ready"_s, patience);
    QVERIFY(m_ada->get(path + u"/content"_s).body.contains("moov"));
}

void TestRelay::aSlowClientFillsNoMemory()
{
    const QString data = upload();
    QVERIFY(QFile::resize(archived(data), large));
    const qint64 before = memoryOf(m_second->process());
    QTcpSocket socket;
    socket.setReadBufferSize(64 * 1024);
    send(socket, *m_second, "/v1/device-data/" + data.toLatin1() + "/content");
    QTRY_VERIFY_WITH_TIMEOUT(socket.bytesAvailable() == 64 * 1024, patience);
    QVERIFY(socket.read(64 * 1024).contains("Content-Length: " + QByteArray::number(large) + "\r\n"));
    QTRY_VERIFY_WITH_TIMEOUT(socket.bytesAvailable() == 64 * 1024, patience);
    QVERIFY2(memoryOf(m_second->process()) - before < large / 3,
             QByteArray::number(memoryOf(m_second->process()) - before).constData());
    // Meanwhile others are answered, and the rest comes to a client that reads.
    const Answer whole = m_second->asking(*m_ada).get(u"/device-data/%1/content"_s.arg(data));
    QCOMPARE(whole.body.size(), large);
}

void TestRelay::strangersAreRefused_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("malformed") << QByteArray("t=1");
    QTest::newRow("forged") << "t=" + QByteArray::number(QDateTime::currentSecsSinceEpoch())
            + ",v1=" + QByteArray(43, 'A');
}

void TestRelay::strangersAreRefused()
{
    QFETCH(QByteArray, signature);
    HttpClient client = m_first->asking(*m_ada);
    client.setBase(m_first->base().resolved(QUrl(u"/internal"_s)));
    EXPECT_PROBLEM(client.get(u"/cameras/%1/snapshot.jpg"_s.arg(m_devices.constFirst()), {{"Waymark-Peer", signature}}),
                   403, "peer_signature_invalid");
}

void TestRelay::aServerThatHangsIsNotWaitedForLong()
{
    const QString content = u"/device-data/%1/content"_s.arg(upload());
    const PausedProcess paused(m_first->process());
    QElapsedTimer clock;
    clock.start();
    const Answer answer = m_second->asking(*m_ada).get(content);
    paused.resume();
    EXPECT_PROBLEM(answer, 503, "server_unreachable");
    QVERIFY(!answer.header("Retry-After").isEmpty());
    QVERIFY2(clock.elapsed() < 15'000, QByteArray::number(clock.elapsed()).constData());
    QTRY_COMPARE_WITH_TIMEOUT(m_second->asking(*m_ada).get(content).status, 200, patience);
}

void TestRelay::aServerThatIsGoneIsSaidSo()
{
    const QString content = u"/device-data/%1/content"_s.arg(upload());
    m_first->kill9();
    const Answer answer = m_second->asking(*m_ada).get(content);
    EXPECT_PROBLEM(answer, 503, "server_unreachable");
    QVERIFY(answer.header("Retry-After").toInt() > 0);
    m_first->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_second->asking(*m_ada).get(content).status, 200, patience);
}

QTEST_GUILESS_MAIN(TestRelay)
#include "tst_relay.moc"
