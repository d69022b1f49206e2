// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmenter.h"
#include "server/cameras/ingest/segmentring.h"
#include "server/cameras/ingest/videoformat.h"

#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Records a film of 130 seconds, faster than in real time. `stamp` returns the timestamp of a picture from its number
/// and its timestamp in the film.
void record(SegmentRing &ring, int rate, int keyFrames, const std::function<std::int64_t(int, std::int64_t)> &stamp)
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"film.mp4"_s);
    const QString source = u"testsrc2=size=160x120:rate=%1:duration=130"_s.arg(rate);
    const QString keys = u"bframes=0:scenecut=0:keyint=%1:min-keyint=%1"_s.arg(keyFrames);
    QCOMPARE(
        QProcess::execute(u"ffmpeg"_s,
                          {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, source, u"-c:v"_s, u"libx264"_s,
                           u"-preset"_s, u"ultrafast"_s, u"-pix_fmt"_s, u"yuv420p"_s, u"-x264-params"_s, keys, file}),
        0);
    AVFormatContext *film = nullptr;
    QCOMPARE(avformat_open_input(&film, QFile::encodeName(file).constData(), nullptr, nullptr), 0);
    {
        const AVStream &video = *film->streams[0];
        Segmenter segmenter(ring, video, VideoFormat::announced(video), nullptr, 1s);
        const auto packet = Av::makePacket();
        for (int number = 0; av_read_frame(film, packet.get()) >= 0; ++number) {
            packet->dts = packet->pts = stamp(number, packet->dts);
            segmenter.writeVideo(*packet, 1'000'000s + Av::microseconds(packet->dts, video.time_base));
            av_packet_unref(packet.get());
        }
    }
    avformat_close_input(&film);
}
}

/// The parts of segments, which players with low latency get.
class PartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsFitTheirTarget();
};

/// Ten pictures come per second, up to 10 ms late.
void PartsTest::partsFitTheirTarget()
{
    const QTemporaryDir directory;
    SegmentRing ring(directory.filePath(u"ring"_s), 300s);
    int parts = 0;
    QSet<QString> wrong;
    record(ring, 10, 30, [&](int number, std::int64_t dts) {
        const auto live = ring.live();
        for (const SegmentParts &segment : live.partTarget > 0ms ? live.parts : QList<SegmentParts>()) {
            for (qsizetype i = 0; i + 1 < segment.parts.size(); ++i) {
                const std::chrono::milliseconds duration(segment.parts[i].durationMs);
                if (duration < live.partTarget * 0.85 || duration > live.partTarget)
                    wrong += u"%1 of %2 ms"_s.arg(duration / 1ms).arg(live.partTarget / 1ms);
                ++parts;
            }
        }
        return dts + number * 7919 % 10 * dts / std::max(number, 1) / 100;
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.values().join(u", "_s)));
    QVERIFY(parts > 100);
}

QTEST_GUILESS_MAIN(PartsTest)
#include "tst_parts.moc"
