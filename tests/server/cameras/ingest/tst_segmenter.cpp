// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmenter.h"
#include "server/cameras/ingest/segmentring.h"
#include "server/cameras/ingest/videoformat.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Segments of streams that are recorded faster than in real time.
class SegmenterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsKeyFramesAMinuteApart();
};

void SegmenterTest::recordsKeyFramesAMinuteApart()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"film.mp4"_s);
    QCOMPARE(QProcess::execute(u"ffmpeg"_s,
                               {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                u"testsrc2=size=160x120:rate=2:duration=130"_s, u"-c:v"_s, u"libx264"_s, u"-preset"_s,
                                u"ultrafast"_s, u"-pix_fmt"_s, u"yuv420p"_s, u"-x264-params"_s,
                                u"bframes=0:scenecut=0:keyint=120:min-keyint=120"_s, file}),
             0);
    AVFormatContext *film = nullptr;
    QCOMPARE(avformat_open_input(&film, QFile::encodeName(file).constData(), nullptr, nullptr), 0);
    SegmentRing ring(directory.filePath(u"ring"_s), 300s);
    {
        const AVStream &video = *film->streams[0];
        Segmenter segmenter(ring, video, VideoFormat::announced(video), nullptr, 1s);
        const auto packet = Av::makePacket();
        while (av_read_frame(film, packet.get()) >= 0) {
            segmenter.writeVideo(*packet, 1'000'000s + Av::microseconds(packet->dts, video.time_base));
            av_packet_unref(packet.get());
        }
    }
    avformat_close_input(&film);
    const auto segments = ring.segments();
    QCOMPARE(segments.size(), 13);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        QCOMPARE(segments[i].startMs - segments[0].startMs, i * 10'000);
        QCOMPARE(segments[i].durationMs, 10'000);
        QCOMPARE(segments[i].continues, i % 6 != 0); // every sixth segment begins with a key frame
    }
}

QTEST_GUILESS_MAIN(SegmenterTest)
#include "tst_segmenter.moc"
