// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/cameras/ingest/clip.h"
#include "server/cameras/ingest/ringpicture.h"
#include "server/cameras/ingest/segmenter.h"
#include "server/cameras/ingest/segmentring.h"
#include "server/cameras/ingest/videofile.h"
#include "server/cameras/ingest/videoformat.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto begin = 1'000'000s; // since the epoch

/// Records a film of a test picture in a ring. The recording begins at `begin`, and is faster than real time. Calls
/// `beforeEnd` while the last segment is incomplete. The clock of the camera is fast by `drift` thousandths, which is
/// corrected.
void record(
    SegmentRing &ring, const QString &source, const QStringList &encoder,
    const std::function<void()> &beforeEnd = [] {}, int drift = 0)
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"film.mov"_s);
    QProcess::execute(u"ffmpeg"_s,
                      QStringList{u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, source} + encoder
                          + QStringList{file});
    AVFormatContext *film = nullptr;
    QCOMPARE(avformat_open_input(&film, QFile::encodeName(file).constData(), nullptr, nullptr), 0);
    {
        const AVStream &video = *film->streams[0];
        Segmenter segmenter(ring, video, VideoFormat::announced(video), nullptr, 1s);
        const auto packet = Av::makePacket();
        while (av_read_frame(film, packet.get()) >= 0) {
            const auto stamp = Av::microseconds(packet->dts, video.time_base);
            segmenter.writeVideo(*packet, begin + stamp - stamp * drift / 1000);
            av_packet_unref(packet.get());
        }
        beforeEnd();
    }
    avformat_close_input(&film);
}

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::milliseconds(begin).count() + ms, Times::utc);
}
}

/// Segments of streams that are recorded faster than in real time, and clips of them.
class SegmenterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsKeyFramesAMinuteApart();
    void newestPictureIsNewerThanTheKeyFrame();
    void clipsBeginAtTheKeyFrameOfTheirSegment_data();
    void clipsBeginAtTheKeyFrameOfTheirSegment();
    void clipsOfSlowPicturesAreWhole_data();
    void clipsOfSlowPicturesAreWhole();
};

void SegmenterTest::recordsKeyFramesAMinuteApart()
{
    const QTemporaryDir directory;
    SegmentRing ring(directory.path(), 300s);
    record(ring, u"testsrc2=size=160x120:rate=2:duration=130"_s,
           {u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"ultrafast"_s, u"-pix_fmt"_s, u"yuv420p"_s, u"-x264-params"_s,
            u"bframes=0:scenecut=0:keyint=120:min-keyint=120"_s});
    const auto segments = ring.segments();
    QCOMPARE(segments.size(), 13);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        QCOMPARE(segments[i].startMs - segments[0].startMs, i * 10'000);
        QCOMPARE(segments[i].durationMs, 10'000);
        QCOMPARE(segments[i].continues, i % 6 != 0); // every sixth segment begins with a key frame
    }
    QCOMPARE(ring.newestKey(), segments[12].startMs);
    ring.endFile(RecordedFile::Gap::CameraLost);
    QVERIFY(!ring.newestKey()); // what the camera shows when it is back begins with another key frame
}

void SegmenterTest::newestPictureIsNewerThanTheKeyFrame()
{
    const QTemporaryDir directory;
    SegmentRing ring(directory.path(), 300s);
    QVERIFY(!RingPicture().newest(ring));
    record(ring, u"testsrc2=size=160x120:rate=10:duration=15"_s,
           {u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"ultrafast"_s, u"-x264-params"_s,
            u"bframes=0:scenecut=0:keyint=600"_s},
           [&ring] {
               const auto picture = RingPicture().newest(ring);
               QVERIFY(picture && picture->time > at(14'300)); // but for the part that is not complete
           });
    QCOMPARE(ring.newestKey(), at(0).toMSecsSinceEpoch());
    const auto last = RingPicture().newest(ring);
    QCOMPARE(last->time, at(14'900));
    QCOMPARE(QImage::fromData(last->jpeg).size(), QSize(160, 120));
}

void SegmenterTest::clipsBeginAtTheKeyFrameOfTheirSegment_data()
{
    QTest::addColumn<int>("drift"); // thousandths
    QTest::newRow("less than a picture") << 5;
    QTest::newRow("several pictures") << 100;
}

/// By their names, segments overlap a little, because times are rounded, and clocks corrected. A clip does not begin a
/// segment earlier for that.
void SegmenterTest::clipsBeginAtTheKeyFrameOfTheirSegment()
{
    QFETCH(const int, drift);
    const QTemporaryDir directory;
    const DeviceId device = DeviceId::generate();
    SegmentRing ring(directory.path() + u'/' + device.toString() + u"/recordings"_s, 300s);
    record(
        ring, u"testsrc2=size=160x120:rate=30000/1001:duration=30"_s,
        {u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"ultrafast"_s, u"-x264-params"_s, u"bframes=0:scenecut=0:keyint=29"_s},
        [] {}, drift);
    const MediaHub hub({.directory = directory.path()});
    const auto segments = ring.segments();
    QVERIFY(segments.size() > 20);
    for (const SegmentName &segment : segments) {
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(segment.startMs, Times::utc);
        QCOMPARE(hub.makeClip(device, from, from.addMSecs(700), directory.filePath(u"clip.mp4"_s)).from, from);
    }
}

void SegmenterTest::clipsOfSlowPicturesAreWhole_data()
{
    QTest::addColumn<QString>("rate");
    QTest::addColumn<qint64>("pictureMs");
    QTest::newRow("a picture per second") << u"1"_s << 1000LL;
    QTest::newRow("two pictures per second") << u"2"_s << 500LL;
    QTest::newRow("a picture every three seconds") << u"1/3"_s << 3000LL;
}

/// A fragment that consists of a single picture states the duration of that picture, which the demuxer does not know.
void SegmenterTest::clipsOfSlowPicturesAreWhole()
{
    QFETCH(QString, rate);
    QFETCH(qint64, pictureMs);
    const QTemporaryDir directory;
    SegmentRing ring(directory.path(), 300s);
    record(ring, u"testsrc2=size=160x120:rate=%1:duration=30"_s.arg(rate), {u"-c:v"_s, u"mjpeg"_s});
    const QString path = directory.filePath(u"clip.mp4"_s);
    const auto clip = writeClip(ring.openBetween(at(7200).toMSecsSinceEpoch(), at(13'700).toMSecsSinceEpoch()),
                                at(7200), at(13'700), path);
    QCOMPARE(clip.gaps.size(), 0);
    QCOMPARE(clip.state, ClipResult::State::Ready);
    QCOMPARE(clip.from, at(7200 / pictureMs * pictureMs));
    QCOMPARE(clip.to, at((13'700 / pictureMs + 1) * pictureMs));
    const auto video = VideoFile::probe(path);
    QVERIFY(video && std::abs(video->seconds * 1000 - double(clip.from.msecsTo(clip.to))) < 2);

    const auto late = writeClip(ring.openBetween(at(20'000).toMSecsSinceEpoch(), at(40'000).toMSecsSinceEpoch()),
                                at(20'000), at(40'000), path);
    QCOMPARE(late.to, at(30'000));
    QCOMPARE(late.gaps.size(), 1); // after the end of the recording
}

QTEST_GUILESS_MAIN(SegmenterTest)
#include "tst_segmenter.moc"
