// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/media/mediahub.h"

#include "tests/server/media/videoprobe.h"
#include "tests/support/cameraprocess.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// A hub with one camera, and what it told.
class Ingest : public QObject
{
public:
    explicit Ingest(FrameSinkFactory makeSink = {})
        : m_makeSink(std::move(makeSink))
    {
        settings.directory = m_directory.path();
        settings.readTimeout = 2s;
        settings.firstBackOff = 200ms;
        settings.lastBackOff = 500ms;
    }

    MediaHub &open(const QUrl &url, const QString &username = {}, const QString &password = {})
    {
        hub = std::make_unique<MediaHub>(settings, m_makeSink);
        connect(hub.get(), &MediaHub::stateChanged, this, &Ingest::onState);
        connect(hub.get(), &MediaHub::attributesProbed, this,
                [this](DeviceId, const StreamAttributes &probed) { attributes = probed; });
        hub->open({device, url, username, password});
        return *hub;
    }
    QString path() const { return m_directory.path(); }
    QString ring() const { return path() + u'/' + device.toString() + u"/ring"_s; }
    int listed() const { return int(hub->livePlaylist(device, {}).count("#EXTINF")); }
    bool isOnline() const { return state == CameraState::Online; }
    /// What a player makes of the live playlist: it, and all that it names, copied out and closed with an end.
    VideoProbe play() const;

    const DeviceId device = DeviceId::generate();
    MediaSettings settings;
    std::unique_ptr<MediaHub> hub;
    std::optional<CameraState> state;
    QString reason;
    StreamAttributes attributes;

private:
    void onState(DeviceId from, CameraState changed, const QString &why, const QDateTime &since)
    {
        QCOMPARE(from, device);
        QVERIFY(since.secsTo(QDateTime::currentDateTimeUtc()) < 10);
        state = changed;
        reason = why;
    }

    QTemporaryDir m_directory;
    FrameSinkFactory m_makeSink;
};

VideoProbe Ingest::play() const
{
    const QTemporaryDir copy;
    QDir(copy.path()).mkdir(u"segments"_s);
    const QByteArray text = hub->livePlaylist(device, {});
    for (const QByteArray &word : text.split('\n').join('"').split('"')) {
        if (!word.startsWith("segments/"))
            continue;
        const QString name = QString::fromLatin1(word.mid(9));
        QFile::copy(hub->segmentPath(device, name).value_or(QString()), copy.filePath(u"segments/"_s + name));
    }
    QFile playlist(copy.filePath(u"live.m3u8"_s));
    if (!playlist.open(QIODevice::WriteOnly))
        return {.errors = u"no playlist"_s};
    playlist.write(text + "#EXT-X-ENDLIST\n");
    playlist.close();
    return VideoProbe::of(playlist.fileName(), {u"-allowed_extensions"_s, u"ALL"_s});
}

/// Counts what it is shown.
class CountingSink : public FrameSink
{
public:
    struct Seen
    {
        std::atomic<int> frames = 0;
        std::atomic<int> lost = 0;
        std::atomic<int> width = 0;
        std::atomic<int> height = 0;
        std::atomic<bool> wentBack = false;
        std::atomic<bool> wanted = true;
        std::atomic<qint64> firstMs = 0;
        std::atomic<qint64> lastMs = 0;
    };
    explicit CountingSink(Seen &seen)
        : m_seen(seen)
    {
    }
    void frame(const Picture &picture) override
    {
        const qint64 time = picture.time.toMSecsSinceEpoch();
        if (m_seen.frames++ == 0)
            m_seen.firstMs = time;
        else if (time <= m_seen.lastMs)
            m_seen.wentBack = true;
        m_seen.lastMs = time;
        m_seen.width = picture.width;
        m_seen.height = picture.height;
    }
    void lost() override { ++m_seen.lost; }
    bool wanted() const override { return m_seen.wanted; }

private:
    Seen &m_seen;
};

QSize jpegSize(const QByteArray &jpeg)
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(u"picture.jpg"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(jpeg);
    file.close();
    const auto probe = VideoProbe::of(file.fileName());
    return probe.errors.isEmpty() && probe.codec == "mjpeg"_L1 ? probe.size : QSize();
}

constexpr auto patience = 20'000;
}

class IngestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesOnlineAndSaysWhatItIs();
    void growsAPlaylistThatPlays();
    void keepsSound();
    void refusesNamesThatEscape();
    void shows_data();
    void shows();
    void snapshotFollowsThePicture();
    void givesPicturesToTheSink();
    void decodesNothingUnwanted();
    void streamsMjpeg();
    void slowViewersGetTheNewestPicture();
    void comesBackByItself();
    void noticesSilence();
    void tellsWhyNot_data();
    void tellsWhyNot();
    void readsFilesOnlyWhereAllowed();
    void closesWithinASecond();
    void makesAClip();
    void clipTellsWhatIsMissing();
    void survivesAKill();
};

void IngestTest::comesOnlineAndSaysWhatItIs()
{
    CameraProcess camera({u"--size"_s, u"320x240"_s, u"--fps"_s, u"20"_s});
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    QCOMPARE(ingest.reason, QString());
    QCOMPARE(ingest.attributes.videoCodec, u"h264"_s);
    QCOMPARE(ingest.attributes.size, QSize(320, 240));
    QCOMPARE(ingest.attributes.frameRate, 20);
    QCOMPARE(ingest.attributes.audioCodec, QString());
    QVERIFY(ingest.attributes.recordable);
}

void IngestTest::growsAPlaylistThatPlays()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QCOMPARE(ingest.listed(), 0);
    QVERIFY(!ingest.hub->coveredUntil(ingest.device));
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    QElapsedTimer sinceOnline;
    sinceOnline.start();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 1, patience);
    QVERIFY2(sinceOnline.elapsed() < 2500, qPrintable(QString::number(sinceOnline.elapsed())));
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 4, patience);

    const auto video = ingest.play();
    QCOMPARE(video.errors, QString());
    QCOMPARE(video.codec, u"h264"_s);
    QCOMPARE(video.size, QSize(640, 360));
    QVERIFY(video.startsWithKeyFrame);
    QVERIFY(video.monotonic);
    QVERIFY2(std::abs(video.frames / 25.0 - video.duration) < 0.1, qPrintable(QString::number(video.duration)));
    QVERIFY(std::abs(ingest.hub->coveredUntil(ingest.device)->msecsTo(QDateTime::currentDateTimeUtc())) < 3000);
}

void IngestTest::keepsSound()
{
    CameraProcess camera({u"--audio"_s});
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 3, patience);
    QCOMPARE(ingest.attributes.audioCodec, u"aac"_s);
    QCOMPARE(ingest.attributes.audioSampleRate, 16000);
    const auto video = ingest.play();
    QCOMPARE(video.errors, QString());
    QVERIFY(video.hasAudio);

    const QDateTime end = ingest.hub->coveredUntil(ingest.device).value();
    const auto clip = ingest.hub->makeClip(ingest.device, end.addMSecs(-2000), end, ingest.path() + u"/sound.mp4"_s);
    QCOMPARE(clip.reason, QString());
    const auto played = VideoProbe::of(ingest.path() + u"/sound.mp4"_s);
    QCOMPARE(played.errors, QString());
    QVERIFY(played.hasAudio);
}

void IngestTest::refusesNamesThatEscape()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 1, patience);
    QFile secret(ingest.ring() + u"/../secret.m4s"_s);
    QVERIFY(secret.open(QIODevice::WriteOnly));
    const QString held = QDir(ingest.ring()).entryList({u"*.m4s"_s}).value(0);
    QVERIFY(ingest.hub->segmentPath(ingest.device, held));
    QVERIFY(!ingest.hub->segmentPath(DeviceId::generate(), held));
    for (const auto &name : {u"../secret.m4s"_s, u"./"_s + held, u"../ring/"_s + held, secret.fileName(), u""_s})
        QVERIFY2(!ingest.hub->segmentPath(ingest.device, name), qPrintable(name));
}

void IngestTest::shows_data()
{
    QTest::addColumn<QString>("size");
    QTest::addColumn<QSize>("snapshot");
    QTest::addColumn<QSize>("mjpeg");
    QTest::newRow("small") << u"320x240"_s << QSize(320, 240) << QSize(320, 240);
    QTest::newRow("large") << u"1280x720"_s << QSize(1280, 720) << QSize(640, 360);
    QTest::newRow("4:3") << u"800x600"_s << QSize(800, 600) << QSize(480, 360);
}

void IngestTest::shows()
{
    QFETCH(QString, size);
    CameraProcess camera({u"--size"_s, size});
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device), patience);
    QTEST(jpegSize(ingest.hub->snapshot(ingest.device)->jpeg), "snapshot");

    const auto stream = ingest.hub->mjpeg(ingest.device);
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT((read += stream->readAll()).count("--frame\r\n") >= 2, patience);
    const auto start = read.indexOf("\r\n\r\n") + 4;
    QTEST(jpegSize(read.mid(start, read.indexOf("\r\n--frame", start) - start)), "mjpeg");
}

void IngestTest::snapshotFollowsThePicture()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device), patience);
    const auto first = ingest.hub->snapshot(ingest.device);
    QVERIFY(std::abs(first->time.msecsTo(QDateTime::currentDateTimeUtc())) < 5000);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device)->time > first->time, patience);
    QVERIFY(ingest.hub->snapshot(ingest.device)->jpeg != first->jpeg);
}

void IngestTest::givesPicturesToTheSink()
{
    CountingSink::Seen seen;
    CameraProcess camera({u"--size"_s, u"1280x720"_s});
    Ingest ingest([&seen](DeviceId) { return std::make_unique<CountingSink>(seen); });
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames >= 25, patience);
    QCOMPARE(seen.width.load(), 640);
    QCOMPARE(seen.height.load(), 360);
    QVERIFY(!seen.wentBack);
    const double rate = 1000.0 * (seen.frames - 1) / double(seen.lastMs - seen.firstMs);
    QVERIFY2(rate > 6 && rate < 9.5, qPrintable(QString::number(rate)));
    QCOMPARE(seen.lost.load(), 0);
    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(seen.lost >= 1, patience);
    ingest.hub->stop();
}

void IngestTest::decodesNothingUnwanted()
{
    CountingSink::Seen seen;
    seen.wanted = false;
    CameraProcess camera;
    Ingest ingest([&seen](DeviceId) { return std::make_unique<CountingSink>(seen); });
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 3, patience);
    QCOMPARE(seen.frames.load(), 0);
    seen.wanted = true;
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames > 0, patience);
    ingest.hub->stop();
}

void IngestTest::streamsMjpeg()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device), patience);

    // As the HTTP adapter does: read in another thread, on readyRead, until it closes.
    const auto stream = ingest.hub->mjpeg(ingest.device);
    QThread thread;
    std::atomic<int> parts = 0;
    std::atomic<bool> wellFormed = true;
    std::atomic<bool> ended = false;
    QByteArray read;
    QObject reader;
    stream->moveToThread(&thread);
    reader.moveToThread(&thread);
    connect(stream.get(), &QIODevice::readyRead, &reader, [&] {
        read += stream->readAll();
        for (auto end = read.indexOf("--frame\r\n", 1); end > 0; end = read.indexOf("--frame\r\n", 1)) {
            const QByteArray part = read.first(end);
            read.remove(0, end);
            const auto head = part.indexOf("\r\n\r\n");
            wellFormed = wellFormed && part.startsWith("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ")
                && part.contains("\r\nX-Timestamp: 20") && part.mid(head + 4, 2) == "\xff\xd8"_ba
                && part.contains("Content-Length: " + QByteArray::number(part.size() - head - 6) + "\r\n");
            ++parts;
        }
    });
    connect(stream.get(), &QIODevice::aboutToClose, &reader, [&] { ended = true; });
    thread.start();
    QTRY_VERIFY_WITH_TIMEOUT(parts >= 15, patience);
    QVERIFY(wellFormed);
    ingest.hub->close(ingest.device);
    QTRY_VERIFY_WITH_TIMEOUT(ended, patience);
    thread.quit();
    thread.wait();
    QVERIFY(!ingest.hub->mjpeg(ingest.device));
}

void IngestTest::slowViewersGetTheNewestPicture()
{
    CountingSink::Seen seen;
    CameraProcess camera;
    Ingest ingest([&seen](DeviceId) { return std::make_unique<CountingSink>(seen); });
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames > 0, patience);
    const auto stream = ingest.hub->mjpeg(ingest.device);
    QTRY_VERIFY_WITH_TIMEOUT(stream->bytesAvailable() > 0, patience);
    QVERIFY(stream->read(10).startsWith("--frame"));
    const int then = seen.frames;
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames > then + 20, patience);
    QCOMPARE(stream->readAll().count("--frame"), 1); // the rest of that part, and one newest behind it
    ingest.hub->stop();
}

void IngestTest::comesBackByItself()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 2, patience);
    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Offline, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(ingest.reason, u"connection refused"_s, patience);
    const int before = ingest.listed();
    camera.resume();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= before + 2, patience);
    QVERIFY(ingest.hub->livePlaylist(ingest.device, {}).contains("#EXT-X-DISCONTINUITY\n"));
    const auto video = ingest.play();
    QCOMPARE(video.errors, QString());
    QVERIFY(video.frames > 60);
}

void IngestTest::noticesSilence()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    ::kill(pid_t(camera.process().processId()), SIGSTOP);
    QElapsedTimer silence;
    silence.start();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Offline, patience);
    QCOMPARE(ingest.reason, u"timed out"_s);
    QVERIFY2(silence.elapsed() < 3500, qPrintable(QString::number(silence.elapsed())));
    ::kill(pid_t(camera.process().processId()), SIGCONT);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
}

void IngestTest::tellsWhyNot_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("password");
    QTest::addColumn<CameraState>("state");
    QTest::addColumn<QString>("reason");
    QTest::newRow("right password") << u"/live"_s << u"s@cr:t/ %41"_s << CameraState::Online << QString();
    QTest::newRow("wrong password") << u"/live"_s << u"guess-me"_s << CameraState::Error << u"unauthorised"_s;
    QTest::newRow("no password") << u"/live"_s << QString() << CameraState::Error << u"unauthorised"_s;
    QTest::newRow("wrong path") << u"/none"_s << u"s@cr:t/ %41"_s << CameraState::Error << u"not found"_s;
}

void IngestTest::tellsWhyNot()
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

void IngestTest::readsFilesOnlyWhereAllowed()
{
    Ingest ingest;
    const QString video = ingest.path() + u"/video.mp4"_s;
    QCOMPARE(QProcess::execute(u"ffmpeg"_s,
                               {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                u"testsrc=size=160x120:rate=25:duration=20"_s, u"-g"_s, u"25"_s, video}),
             0);
    ingest.open(QUrl::fromLocalFile(video));
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Error, patience);
    QCOMPARE(ingest.reason, u"addresses of this kind are not allowed"_s);

    ingest.settings.allowFiles = true;
    QElapsedTimer playing;
    playing.start();
    ingest.open(QUrl::fromLocalFile(video));
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 3, patience);
    QVERIFY2(playing.elapsed() > 2500, "a file is taken in at its own pace");
}

void IngestTest::closesWithinASecond()
{
    QTcpServer mute; // takes connections, and never answers
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    ingest.hub->open({DeviceId::generate(), QUrl(u"rtsp://127.0.0.1:%1/live"_s.arg(mute.serverPort())), {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline() && mute.hasPendingConnections(), patience);
    QElapsedTimer stopping;
    stopping.start();
    ingest.hub->stop();
    QVERIFY2(stopping.elapsed() < 1000, qPrintable(QString::number(stopping.elapsed())));
    ingest.hub->open({ingest.device, camera.url(), {}, {}});
    QVERIFY(!ingest.hub->mjpeg(ingest.device)); // a stopped hub opens nothing
}

void IngestTest::makesAClip()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 6, patience);
    const QDateTime to = ingest.hub->coveredUntil(ingest.device)->addMSecs(-700);
    const QDateTime from = to.addMSecs(-3000);
    const QString file = ingest.path() + u"/clips/one.mp4"_s;
    const auto clip = ingest.hub->makeClip(ingest.device, from, to, file);
    QCOMPARE(clip.state, ClipResult::State::Ready);
    QCOMPARE(clip.reason, QString());
    QVERIFY(clip.gaps.isEmpty());
    QVERIFY2(clip.from <= from && clip.from.msecsTo(from) < 1200, qPrintable(clip.from.toString(Qt::ISODateWithMs)));
    QVERIFY2(std::abs(clip.to.msecsTo(to)) < 100, qPrintable(clip.to.toString(Qt::ISODateWithMs)));
    QCOMPARE(clip.bytes, QFileInfo(file).size());

    const auto video = VideoProbe::of(file);
    QCOMPARE(video.errors, QString());
    QCOMPARE(video.size, QSize(640, 360));
    QVERIFY(video.startsWithKeyFrame);
    QVERIFY(video.monotonic);
    QVERIFY(std::abs(video.duration * 1000 - double(clip.from.msecsTo(clip.to))) < 50);
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    const auto head = bytes.read(8192);
    QVERIFY2(head.indexOf("moov") > 0 && (!head.contains("mdat") || head.indexOf("moov") < head.indexOf("mdat")),
             "the index comes first");
    QCOMPARE(QDir(ingest.path() + u"/clips"_s).entryList(QDir::Files), QStringList{u"one.mp4"_s});
}

void IngestTest::clipTellsWhatIsMissing()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 2, patience);
    const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-60);
    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Offline, patience);
    const QDateTime lost = ingest.hub->coveredUntil(ingest.device).value();
    QTRY_VERIFY_WITH_TIMEOUT(lost.msecsTo(QDateTime::currentDateTimeUtc()) > 1500, patience);
    camera.resume();
    const int before = ingest.listed();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= before + 2, patience);

    const QDateTime end = ingest.hub->coveredUntil(ingest.device).value();
    const QString file = ingest.path() + u"/gaps.mp4"_s;
    const auto clip = ingest.hub->makeClip(ingest.device, start, end.addSecs(5), file);
    QCOMPARE(clip.state, ClipResult::State::Partial);
    QVERIFY(!clip.reason.isEmpty());
    QCOMPARE(clip.gaps.size(), 3); // before, where it was away, and after
    QCOMPARE(clip.gaps[0].from, start);
    QVERIFY(std::abs(clip.gaps[1].from.msecsTo(lost)) < 200);
    QCOMPARE(clip.gaps[2].to, end.addSecs(5));
    const auto video = VideoProbe::of(file);
    QCOMPARE(video.errors, QString());
    QVERIFY(std::abs(video.duration * 1000 - double(clip.from.msecsTo(clip.to))) < 100);

    const auto nothing = ingest.hub->makeClip(ingest.device, start, start.addSecs(1), ingest.path() + u"/none.mp4"_s);
    QCOMPARE(nothing.state, ClipResult::State::Failed);
    QVERIFY(!nothing.reason.isEmpty());
    QVERIFY(!QFile::exists(ingest.path() + u"/none.mp4"_s) && !QFile::exists(ingest.path() + u"/none.mp4.part"_s));
}

void IngestTest::survivesAKill()
{
    CameraProcess camera;
    Ingest ingest;
    const QString ring = ingest.ring();
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(),
                 {u"--take-in"_s, camera.url().toString(), ingest.path(), ingest.device.toString()});
    QTRY_VERIFY_WITH_TIMEOUT(QDir(ring).entryList({u"*.m4s"_s}).size() >= 3, patience);
    server.kill();
    QVERIFY(server.waitForFinished());
    QFile part(ring + u"/1-2-3-4.m4s.part"_s); // as a kill in the middle of writing would leave it
    QVERIFY(part.open(QIODevice::WriteOnly));
    const auto left = QDir(ring).entryList({u"*.m4s"_s});

    camera.hangUp();
    ingest.open(camera.url());
    QCOMPARE(ingest.listed(), left.size());
    QVERIFY(!part.exists());
    const auto video = ingest.play();
    QCOMPARE(video.errors, QString());
    QVERIFY(video.frames >= 70);
    camera.resume();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() > left.size(), patience);
    QVERIFY(ingest.hub->livePlaylist(ingest.device, {}).contains("#EXT-X-DISCONTINUITY\n"));
}

namespace {
/// What survivesAKill() kills: a server of which there is only this.
int takeIn(const QStringList &arguments)
{
    MediaSettings settings;
    settings.directory = arguments.value(3);
    MediaHub hub(settings);
    hub.open({DeviceId::parse(arguments.value(4)).value(), QUrl(arguments.value(2)), {}, {}});
    return QCoreApplication::exec();
}
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == "--take-in"_L1)
        return takeIn(QCoreApplication::arguments());
    IngestTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ingest.moc"
