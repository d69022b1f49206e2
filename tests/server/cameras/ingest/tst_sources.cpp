// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/connectpool.h"
#include "tests/server/cameras/ingest/films.h"
#include "tests/server/cameras/ingest/ingest.h"
#include "tests/server/cameras/ingest/webcamera.h"
#include "tests/support/cameraprocess.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QByteArray testPicture()
{
    QProcess ffmpeg;
    ffmpeg.start(u"ffmpeg"_s,
                 {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc=size=320x240"_s, u"-frames:v"_s, u"1"_s,
                  u"-f"_s, u"mjpeg"_s, u"-"_s});
    ffmpeg.waitForFinished();
    return ffmpeg.readAllStandardOutput();
}
}

/// The sources of streams, and the reasons for failures.
class SourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsTheReason_data();
    void reportsTheReason();
    void reportsARefusedConnection();
    void acceptsMotionJpegOverHttp_data();
    void acceptsMotionJpegOverHttp();
    void readsALiveTransportStream_data();
    void readsALiveTransportStream();
    void playsFilesOfUnknownLength_data();
    void playsFilesOfUnknownLength();
    void recordsTheSoundOfATransportStream();
    void readsPicturesWithManyComments();
    void authenticatesByDigestWithSha256();
    void doesNotFollowRedirects();
    void rejectsPlaylists();
    void readsFilesOnlyIfAllowed();
    void camerasThatAreOfflineShareAFewThreads();
};

void SourcesTest::reportsTheReason_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("password");
    QTest::addColumn<CameraState>("state");
    QTest::addColumn<QString>("reason");
    QTest::newRow("right password") << u"/live"_s << u"s@cr:t/ %41"_s << CameraState::Online << QString();
    QTest::newRow("wrong password") << u"/live"_s << u"guess-me"_s << CameraState::Error << u"Wrong credentials"_s;
    QTest::newRow("no password") << u"/live"_s << QString() << CameraState::Error << u"Wrong credentials"_s;
    QTest::newRow("wrong path") << u"/none"_s << u"s@cr:t/ %41"_s << CameraState::Error << u"Not a stream"_s;
}

void SourcesTest::reportsTheReason()
{
    QFETCH(QString, path);
    QFETCH(QString, password);
    QFETCH(CameraState, state);
    QFETCH(QString, reason);
    CameraProcess camera({u"--username"_s, u"ada@home"_s, u"--password"_s, u"s@cr:t/ %41"_s});
    Ingest ingest;
    QUrl url = camera.url();
    url.setPath(path);
    ingest.open(url, password.isEmpty() ? QString() : u"ada@home"_s, password);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == state, patience);
    QVERIFY2(ingest.reason.contains(reason), qPrintable(ingest.reason));
    QVERIFY(!ingest.reason.contains("guess"_L1) && !ingest.reason.contains("ada"_L1));
}

void SourcesTest::readsFilesOnlyIfAllowed()
{
    Ingest ingest;
    const QString video = ingest.path() + u"/video.mp4"_s;
    QCOMPARE(QProcess::execute(u"ffmpeg"_s,
                               {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                u"testsrc=size=160x120:rate=25:duration=20"_s, u"-g"_s, u"25"_s, video}),
             0);
    ingest.open(QUrl::fromLocalFile(video));
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Error, patience);
    QCOMPARE(ingest.reason, u"URLs with this scheme are not allowed"_s);

    ingest.settings.allowFiles = true;
    QElapsedTimer playing;
    playing.start();
    ingest.open(QUrl::fromLocalFile(video));
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 3, patience);
    QVERIFY2(playing.elapsed() > 2500, "a file is read in real time");
}

void SourcesTest::reportsARefusedConnection()
{
    Ingest ingest;
    ingest.open(QUrl(u"rtsp://127.0.0.1:1/live"_s));
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Offline, patience);
    QCOMPARE(ingest.reason, u"Not reachable: check the address and that the camera is on"_s);
}

void SourcesTest::acceptsMotionJpegOverHttp_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("image/jpeg") << "image/jpeg"_ba;
    QTest::newRow("with a parameter") << "image/jpeg; size=12345"_ba;
    QTest::newRow("image/jpg") << "image/jpg"_ba;
}

void SourcesTest::acceptsMotionJpegOverHttp()
{
    QFETCH(QByteArray, type);
    const QByteArray jpeg = testPicture();
    WebCamera camera("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=cut\r\n\r\n",
                     {"--cut\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(jpeg.size())
                      + "\r\n\r\n" + jpeg + "\r\n"});
    Ingest ingest;
    ingest.open(camera.url(), u"ada"_s, u"secret"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    QCOMPARE(ingest.attributes.videoCodec, u"mjpeg"_s);
    QCOMPARE(ingest.attributes.size, QSize(320, 240));
    QVERIFY(ingest.attributes.recordable);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device), patience);
    const auto first = ingest.hub->snapshot(ingest.device)->time;
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device)->time > first.addSecs(2), patience);
    QVERIFY(std::abs(ingest.hub->snapshot(ingest.device)->time.msecsTo(QDateTime::currentDateTimeUtc())) < 2000);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.attributes.frameRate > 0, patience);
    QVERIFY(std::abs(ingest.attributes.frameRate - 10) < 1);
}

void SourcesTest::readsALiveTransportStream_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<int>("buffered");
    QTest::newRow("without a length") << QByteArray() << 1;
    QTest::newRow("with a length, and from a buffer") << "Content-Length: 2147483647\r\n"_ba << 30;
}

/// The timestamps say that five pictures come per second, but ten do. The first part has `buffered` pictures.
void SourcesTest::readsALiveTransportStream()
{
    QFETCH(QByteArray, length);
    QFETCH(int, buffered);
    const Films films;
    const QString film =
        films.make(u"fast.ts"_s, Films::h264(u"320:240"_s, u"setpts=PTS*2"_s) + QStringList{u"-r"_s, u"5"_s}, 40);
    QFile file(film);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    constexpr int pictures = 200;
    const auto place = [&](int picture) { return bytes.size() * picture / pictures; };
    QByteArrayList parts{bytes.left(place(buffered))};
    for (int i = buffered; i < pictures; ++i)
        parts += bytes.mid(place(i), place(i + 1) - place(i));
    WebCamera camera("HTTP/1.1 200 OK\r\nContent-Type: video/mp2t\r\n" + length + "\r\n", parts);
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(camera.sent >= 80, patience);
    QVERIFY(ingest.listed() >= 4);
    const auto behind = ingest.hub->coveredUntil(ingest.device)->msecsTo(QDateTime::currentDateTimeUtc());
    QVERIFY2(behind < 3000, qPrintable(QString::number(behind)));
    const auto played = ingest.play();
    QVERIFY2(played.frames > 55, qPrintable(QString::number(played.frames)));
    QVERIFY2(played.duration < 10, qPrintable(QString::number(played.duration)));
    QCOMPARE(camera.request.count("GET "), 1); // a live stream cannot go back
}

void SourcesTest::playsFilesOfUnknownLength_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("MPEG-TS") << u"film.ts"_s;
    QTest::newRow("Matroska") << u"film.mkv"_s;
}

/// All pictures of such a file arrive at once.
void SourcesTest::playsFilesOfUnknownLength()
{
    QFETCH(QString, name);
    const Films films;
    QFile film(films.make(name, Films::h264(u"320:240"_s), 5));
    QVERIFY(film.open(QIODevice::ReadOnly));
    WebCamera server("HTTP/1.1 200 OK\r\nContent-Type: video/x\r\n\r\n" + film.readAll());
    Ingest ingest;
    QElapsedTimer playing;
    playing.start();
    ingest.open(server.url());
    QTRY_COMPARE_WITH_TIMEOUT(ingest.state, CameraState::Offline, patience); // at the end of the film
    QVERIFY2(playing.elapsed() > 4000, "a file is read in real time");
    QCOMPARE(server.request.count("GET "), 1);
    const auto played = ingest.play();
    QVERIFY2(played.frames > 45, qPrintable(QString::number(played.frames)));
    QVERIFY2(std::abs(played.duration - 5) < 0.5, qPrintable(QString::number(played.duration)));
}

/// The packets of AAC have headers in such a file, and MP4 has a description instead.
void SourcesTest::recordsTheSoundOfATransportStream()
{
    const Films films;
    Ingest ingest;
    ingest.settings.allowFiles = true;
    ingest.open(QUrl::fromLocalFile(
        films.make(u"sound.ts"_s,
                   QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine"_s, u"-t"_s, u"20"_s, u"-c:a"_s, u"aac"_s}
                       + Films::h264(u"320:240"_s))));
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 3, patience);
    const auto played = ingest.play();
    QCOMPARE(played.errors, QString());
    QCOMPARE(played.audioCodec, u"aac"_s);
    QVERIFY(std::abs(played.audioEnd - played.end) < 0.5);
}

/// A decoder that keeps the comments would need minutes for the first picture.
void SourcesTest::readsPicturesWithManyComments()
{
    const QByteArray plain = testPicture();
    const QByteArray jpeg = plain.left(2) + QByteArray("\xff\xfe\x00\x02", 4).repeated(300'000) + plain.mid(2);
    WebCamera camera("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=cut\r\n\r\n",
                     {"--cut\r\nContent-Type: image/jpeg\r\nContent-Length: " + QByteArray::number(jpeg.size())
                      + "\r\n\r\n" + jpeg + "\r\n"});
    Ingest ingest;
    ingest.open(camera.url(), u"ada"_s, u"secret"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    QCOMPARE(ingest.attributes.size, QSize(320, 240));
}

void SourcesTest::authenticatesByDigestWithSha256()
{
    const QString password = u"密"_s.repeated(100);
    WebCamera camera("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n"
                     "WWW-Authenticate: Digest realm=\"cam\", nonce=\"abc\", algorithm=SHA-256\r\n\r\n");
    Ingest ingest;
    ingest.open(camera.url(), u"ada"_s, password);
    QTRY_COMPARE_WITH_TIMEOUT(ingest.state, CameraState::Error, patience);
    QCOMPARE(ingest.reason, u"Wrong credentials: check the user name and the password"_s);
    const auto hash = [](const QByteArray &text) {
        return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    };
    const QByteArray response = hash(hash("ada:cam:" + password.toUtf8()) + ":abc:" + hash("GET:/video"));
    QVERIFY2(camera.request.contains("response=\"" + response + '"'), camera.request.constData());
}

void SourcesTest::doesNotFollowRedirects()
{
    WebCamera elsewhere("HTTP/1.1 200 OK\r\n\r\n");
    WebCamera camera("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + elsewhere.url().toEncoded()
                     + "\r\n\r\n");
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state, patience);
    QVERIFY(!ingest.isOnline());
    QVERIFY(!camera.request.isEmpty());
    QVERIFY(elsewhere.request.isEmpty());
}

void SourcesTest::rejectsPlaylists()
{
    WebCamera elsewhere("HTTP/1.1 200 OK\r\n\r\n");
    WebCamera camera("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.apple.mpegurl\r\n\r\n#EXTM3U\n"
                     "#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n"
                     + elsewhere.url().toEncoded() + "\n#EXT-X-ENDLIST\n");
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Error, patience);
    QCOMPARE(ingest.reason, u"Not a stream: check the path and the format"_s);
    QVERIFY(elsewhere.request.isEmpty());
}

/// Half of the cameras refuse the connection. The other half accept it, but never respond.
void SourcesTest::camerasThatAreOfflineShareAFewThreads()
{
    constexpr int many = 100;
    QTcpServer silent;
    silent.setMaxPendingConnections(10 * many);
    silent.listen(QHostAddress::LocalHost);
    const QUrl hangs(u"rtsp://127.0.0.1:%1/live"_s.arg(silent.serverPort()));
    const QUrl refuses(u"rtsp://127.0.0.1:1/live"_s);
    const auto threads = [] { return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(); };
    CameraProcess camera;
    Ingest ingest;
    QHash<DeviceId, CameraState> states;
    MediaHub hub(ingest.settings);
    QObject context;
    connect(&hub, &MediaHub::stateChanged, &context,
            [&states](DeviceId device, CameraState state) { states[device] = state; });
    const auto before = threads();
    const auto open = [&hub](const QUrl &url) {
        const DeviceId device = DeviceId::generate();
        hub.open({.deviceId = device, .url = url, .username = {}, .password = {}});
        return device;
    };
    const DeviceId hanging = open(hangs);
    for (int i = 1; i < many; ++i)
        open(i % 2 ? refuses : hangs);
    const DeviceId good = open(camera.url());

    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE_WITH_TIMEOUT(states.value(good, CameraState::Offline), CameraState::Online, patience);
    QVERIFY2(clock.elapsed() < 15'000, "cameras that hang take their time one after the other");
    QVERIFY(threads() < before + ConnectPool::patientThreads + ConnectPool::briefThreads + 10);
    QTRY_COMPARE_WITH_TIMEOUT(states.size(), qsizetype(many) + 1, 2 * patience);
    QVERIFY(threads() < before + ConnectPool::patientThreads + ConnectPool::briefThreads + 10);

    QSignalSpy closed(&hub, &MediaHub::closed);
    clock.restart();
    QVERIFY(hub.close(hanging));
    QTRY_VERIFY_WITH_TIMEOUT(!hub.close(hanging), patience);
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    QVERIFY2(clock.elapsed() < 5000, "the connection is awaited"); // half of its time limit
}

QTEST_GUILESS_MAIN(SourcesTest)
#include "tst_sources.moc"
