// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/ringfile.h"
#include "server/cameras/ingest/segmentring.h"
#include "tests/server/cameras/ingest/ingest.h"
#include "tests/server/cameras/ingest/sampleboxes.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/pausedprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <atomic>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class IngestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesOnlineWithItsAttributes();
    void createsAPlayablePlaylist();
    void recordsSound();
    void showsTheSecondStream();
    void playsWhatFaultyCamerasSend();
    void rejectsPathTraversal();
    void reconnectsAutomatically();
    void detectsSilence();
    void closesWithinASecond();
    void survivesAKill();
    void anOldRecordingIsNotLive();
};

void IngestTest::comesOnlineWithItsAttributes()
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

void IngestTest::createsAPlayablePlaylist()
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

void IngestTest::recordsSound()
{
    struct Sounding
    {
        QString codec;
        QString announced;
        int rate = 0;
        CameraProcess camera{{u"--audio-codec"_s, codec, u"--size"_s, u"320x180"_s}};
        Ingest ingest = Ingest(FrameSinkFactory());
    };
    Sounding aac{u"aac"_s, u"aac"_s, 16000};
    Sounding aLaw{u"pcma"_s, u"pcm_alaw"_s, 8000};
    Sounding muLaw{u"pcmu"_s, u"pcm_mulaw"_s, 8000};
    for (Sounding *one : {&aac, &aLaw, &muLaw})
        one->ingest.open(one->camera.url());
    Ingest silent; // the sound is switched off
    silent.sound = false;
    silent.open(aac.camera.url());
    for (Sounding *one : {&aac, &aLaw, &muLaw}) {
        QTRY_VERIFY_WITH_TIMEOUT(one->ingest.listed() >= 3, patience);
        QCOMPARE(one->ingest.attributes.audioCodec, one->announced);
        QCOMPARE(one->ingest.attributes.audioSampleRate, one->rate);
        const auto video = one->ingest.play();
        QCOMPARE(video.errors, QString());
        QCOMPARE(video.audioCodec, u"aac"_s);
    }
    const QDateTime end = muLaw.ingest.hub->coveredUntil(muLaw.ingest.device).value();
    const QString file = muLaw.ingest.path() + u"/sound.mp4"_s;
    const auto clip = muLaw.ingest.hub->makeClip(muLaw.ingest.device, end.addMSecs(-2000), end, file);
    QCOMPARE(clip.reason, QString());
    const auto played = VideoProbe::of(file);
    QCOMPARE(played.errors, QString());
    QVERIFY(played.hasAudio);

    QTRY_VERIFY_WITH_TIMEOUT(silent.listed() >= 1, patience);
    QCOMPARE(silent.attributes.audioCodec, u"aac"_s); // the camera has it
    QVERIFY(!silent.play().hasAudio);

    // Sound and pictures are in sync after a restart of the camera as well.
    aLaw.camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(aLaw.ingest.state == CameraState::Offline, patience);
    aLaw.camera.resume();
    const int before = aLaw.ingest.listed();
    QTRY_VERIFY_WITH_TIMEOUT(aLaw.ingest.listed() >= before + 3, patience);
    const auto again = aLaw.ingest.play();
    QCOMPARE(again.errors, QString());
    // The newest sound is still on its way: the camera collects 128 ms, and the encoder holds two frames of 128 ms.
    QVERIFY2(std::abs(again.audioStart - again.start) < 0.3, qPrintable(QString::number(again.audioStart)));
    QVERIFY2(std::abs(again.audioEnd - again.end) < 0.8, qPrintable(QString::number(again.audioEnd - again.end)));
}

namespace {
/// Keeps the shape of the last picture.
class SizeSink : public FrameSink
{
public:
    explicit SizeSink(std::atomic<int> &width)
        : m_width(width)
    {
    }
    void frame(const Picture &picture) override { m_width = picture.width; }
    void lost() override { m_width = 0; }

private:
    std::atomic<int> &m_width;
};
}

void IngestTest::showsTheSecondStream()
{
    CameraProcess camera({u"--fps"_s, u"10"_s}); // 640 x 360
    CameraProcess small({u"--size"_s, u"320x180"_s, u"--fps"_s, u"10"_s});
    std::atomic<int> width = 0;
    Ingest ingest([&](DeviceId) { return std::make_unique<SizeSink>(width); });
    ingest.subUrl = small.url();
    ingest.open(camera.url());
    QTRY_COMPARE_WITH_TIMEOUT(width, 320, patience);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 2, patience);
    QCOMPARE(ingest.play().size, QSize(640, 360)); // the first stream is recorded
    // The first stream shows the pictures while the second is lost.
    small.hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(width, 640, patience);
    QVERIFY(ingest.isOnline());
    small.resume();
    QTRY_COMPARE_WITH_TIMEOUT(width, 320, patience);
    // The second stream goes on while the first is lost.
    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Offline, patience);
    QVERIFY(ingest.hub->mjpeg(ingest.device));
    QCOMPARE(width, 320);
    small.hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(width, 0, patience);
}

void IngestTest::playsWhatFaultyCamerasSend()
{
    struct Faulty
    {
        std::unique_ptr<CameraProcess> camera;
        Ingest ingest;
    };
    std::map<QString, Faulty> cameras;
    for (const auto &fault : {u"bursts"_s, u"constant-timestamps"_s, u"damaged-packets"_s, u"fast-timestamps"_s,
                              u"hang-up"_s, u"jumping-timestamps"_s, u"lost-packets"_s, u"silent"_s, u"udp-only"_s}) {
        Faulty &faulty = cameras[fault];
        faulty.camera = std::make_unique<CameraProcess>(
            QStringList{u"--fault"_s, fault, u"--size"_s, u"160x90"_s, u"--fps"_s, u"10"_s});
        faulty.ingest.open(faulty.camera->url());
    }
    for (auto &[fault, faulty] : cameras) {
        QTRY_VERIFY2_WITH_TIMEOUT(faulty.ingest.listed() >= 3, qPrintable(fault), patience);
        const auto video = faulty.ingest.play();
        QVERIFY2(video.frames >= 15, qPrintable(fault));
        const bool isOneConnection =
            !faulty.ingest.hub->livePlaylist(faulty.ingest.device, {}).contains("DISCONTINUITY\n");
        QVERIFY2(video.monotonic || !isOneConnection, qPrintable(fault));
        QVERIFY2(video.duration < 60, qPrintable(fault)); // whatever the timestamps say
    }
    QTRY_COMPARE_WITH_TIMEOUT(cameras[u"silent"_s].ingest.state, CameraState::Offline, patience);
}

void IngestTest::rejectsPathTraversal()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 1, patience);
    QFile secret(ingest.ring() + u"/../secret.m4s"_s);
    QVERIFY(secret.open(QIODevice::WriteOnly));
    const QString file = QDir(ingest.ring()).entryList({u"*.mp4"_s}).value(0);
    const QString held = RingFolder::segments(ingest.ring()).constFirst().toString();
    QVERIFY(ingest.hub->segmentPlace(ingest.device, held));
    QVERIFY(!ingest.hub->segmentPlace(DeviceId::generate(), held));
    for (const auto &name : {u"../secret.m4s"_s, u"./"_s + held, u"../recordings/"_s + held, secret.fileName(), file,
                             u"../recordings/"_s + file, u""_s})
        QVERIFY2(!ingest.hub->segmentPlace(ingest.device, name), qPrintable(name));
}

void IngestTest::reconnectsAutomatically()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 2, patience);
    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Offline, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(ingest.reason, u"Not reachable: check the address and that the camera is on"_s, patience);
    const int before = ingest.listed();
    camera.resume();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= before + 2, patience);
    QVERIFY(ingest.hub->livePlaylist(ingest.device, {}).contains("#EXT-X-DISCONTINUITY\n"));
    const auto video = ingest.play();
    QCOMPARE(video.errors, QString());
    QVERIFY(video.frames > 60);
}

void IngestTest::detectsSilence()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    const PausedProcess paused(camera.process());
    QElapsedTimer silence;
    silence.start();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Offline, patience);
    QCOMPARE(ingest.reason, u"Not reachable: check the address and that the camera is on"_s);
    QVERIFY2(silence.elapsed() < 3500, qPrintable(QString::number(silence.elapsed())));
    paused.resume();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
}

void IngestTest::closesWithinASecond()
{
    QTcpServer mute; // accepts connections, but never responds
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
    QVERIFY(!ingest.hub->mjpeg(ingest.device)); // a stopped hub opens no cameras
}

void IngestTest::survivesAKill()
{
    CameraProcess camera;
    Ingest ingest;
    const QString ring = ingest.ring();
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(),
                 {u"--take-in"_s, camera.url().toString(), ingest.path(), ingest.device.toString()});
    QTRY_VERIFY_WITH_TIMEOUT(RingFolder::segments(ring).size() >= 3, patience);
    server.kill();
    QVERIFY(server.waitForFinished());
    const auto left = RingFolder::segments(ring);
    QFile file(ring + u'/' + QDir(ring).entryList({u"*.mp4"_s}, QDir::Files, QDir::Name).constLast());
    QVERIFY(file.open(QIODevice::Append));
    file.write(QByteArray(1000, 'x')); // as left by a crash during writing
    file.close();
    const qint64 size = file.size();

    camera.hangUp();
    ingest.open(camera.url());
    QCOMPARE(ingest.listed(), left.size());
    QVERIFY(file.size() <= size - 1000);
    const auto video = ingest.play();
    QCOMPARE(video.errors, QString());
    QVERIFY(video.frames >= 70);
    camera.resume();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() > left.size(), patience);
    QVERIFY(ingest.hub->livePlaylist(ingest.device, {}).contains("#EXT-X-DISCONTINUITY\n"));
}

namespace {
/// Runs in the process that survivesAKill() kills.
int readUntilKilled(const QStringList &arguments)
{
    MediaSettings settings;
    const HostResolver hosts;
    settings.directory = arguments.value(3);
    settings.allowPrivate = true;
    settings.hosts = &hosts;
    MediaHub hub(settings);
    hub.open({DeviceId::parse(arguments.value(4)).value(), QUrl(arguments.value(2)), {}, {}});
    return QCoreApplication::exec();
}
}

/// A camera that restarts is back within a minute, and its players continue.
void IngestTest::anOldRecordingIsNotLive()
{
    for (const auto &[age, listed] : {std::pair(30s, 1), std::pair(90s, 0)}) {
        Ingest ingest;
        {
            SegmentRing ring(ingest.ring(), 60s);
            const qint64 start = QDateTime::currentMSecsSinceEpoch() - std::chrono::milliseconds(age).count();
            QVERIFY(ring.add({start, 1000}, ring.addInit(SampleBoxes::init("init")), SampleBoxes::media("media")));
        }
        ingest.open(QUrl(u"rtsp://127.0.0.1:9/none"_s));
        QCOMPARE(ingest.listed(), listed);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == "--take-in"_L1)
        return readUntilKilled(QCoreApplication::arguments());
    IngestTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ingest.moc"
