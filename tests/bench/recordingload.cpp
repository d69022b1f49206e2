// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a film as many cameras through the writer of recordings alone, at the film's own speed.
// recordingload FILM FOLDER CAMERAS SECONDS: prints `cores megabytes_per_second latest_ms refused`.
#include "server/cameras/ingest/segmenter.h"
#include "server/cameras/ingest/segmentring.h"
#include "server/cameras/ingest/videoformat.h"

#include <QDir>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/log.h>
}

#include <sys/resource.h>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

namespace {
microseconds processorTime()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return std::chrono::seconds(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + microseconds(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

/// The packets of a film, which is played again and again.
struct Film
{
    explicit Film(const QString &path);
    const AVStream &video() const { return *demuxer->streams[0]; }

    AVFormatContext *demuxer = nullptr;
    std::vector<AvOwned<AVPacket>> packets;
    int64_t length = 0; ///< in units of the time base
};

Film::Film(const QString &path)
{
    if (avformat_open_input(&demuxer, QFile::encodeName(path).constData(), nullptr, nullptr) < 0)
        qFatal("cannot read %s", qPrintable(path));
    const auto packet = Av::makePacket();
    while (av_read_frame(demuxer, packet.get()) >= 0) {
        packets.push_back(Av::share(*packet));
        length = packet->dts + packet->duration;
        av_packet_unref(packet.get());
    }
}

struct Writer
{
    Writer(const QString &folder, const Film &film)
        : ring(folder, {.fileLength = 5min})
        , segmenter(ring, film.video(), VideoFormat::announced(film.video()), nullptr, 1s)
    {
    }
    SegmentRing ring;
    Segmenter segmenter;
};
}

int main(int argc, char **argv)
{
    if (argc != 5)
        return 2;
    av_log_set_level(AV_LOG_QUIET);
    const Film film(QString::fromLocal8Bit(argv[1]));
    const QString folder = QString::fromLocal8Bit(argv[2]);
    const auto seconds = std::chrono::seconds(std::atoi(argv[4]));
    std::vector<std::unique_ptr<Writer>> writers;
    for (int i = 0; i < std::atoi(argv[3]); ++i)
        writers.push_back(std::make_unique<Writer>(u"%1/%2"_s.arg(folder).arg(i), film));

    const auto start = Clock::now();
    const auto before = processorTime();
    microseconds latest{};
    qint64 bytes = 0;
    qint64 refused = 0;
    for (size_t n = 0; Clock::now() - start < seconds; ++n) {
        const AVPacket &next = *film.packets[n % film.packets.size()];
        const int64_t shift = int64_t(n / film.packets.size()) * film.length;
        const auto due = Av::microseconds(next.dts + shift, film.video().time_base);
        std::this_thread::sleep_until(start + due);
        for (const auto &writer : writers) {
            const auto packet = Av::share(next);
            packet->dts += shift;
            packet->pts += shift;
            writer->segmenter.writeVideo(*packet, 1'000'000s + due);
            bytes += packet->size;
            refused += writer->segmenter.isKeeping() ? 0 : 1;
        }
        latest = std::max(latest, std::chrono::duration_cast<microseconds>(Clock::now() - start - due));
    }
    const double elapsed = std::chrono::duration<double>(Clock::now() - start).count();
    const double used = std::chrono::duration<double>(processorTime() - before).count();
    std::printf("%.3f %.1f %.0f %lld\n", used / elapsed, double(bytes) / 1e6 / elapsed, double(latest.count()) / 1000,
                static_cast<long long>(refused));
    return 0;
}
