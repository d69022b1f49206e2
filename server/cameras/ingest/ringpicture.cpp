// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/ringpicture.h"

#include "models/core/utc.h"
#include "server/cameras/ingest/jpegencoder.h"
#include "server/cameras/ingest/segmentreader.h"
#include "server/cameras/ingest/segmentring.h"
#include "server/cameras/ingest/videoformat.h"

#include <QDeadlineTimer>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace std::chrono_literals;

namespace {
constexpr int mostPackets = 600; ///< of one request
constexpr auto mostTime = 2s; ///< of one request
constexpr auto keptFor = 1s;

/// Decodes the last picture of segments that begin with a key frame.
class LastPicture
{
public:
    explicit LastPicture(const std::vector<OpenSegment> &segments)
        : m_reader(segments)
        , m_startMs(segments.front().name.startMs)
    {
    }
    std::optional<Preview> decoded();

private:
    void decode(const AVPacket *packet);

    SegmentReader m_reader;
    const qint64 m_startMs;
    AvOwned<AVCodecContext> m_decoder;
    AvOwned<AVFrame> m_frame = Av::makeFrame();
    AvOwned<AVFrame> m_last;
};

void LastPicture::decode(const AVPacket *packet)
{
    if (avcodec_send_packet(m_decoder.get(), packet) < 0)
        return; // the picture is damaged; the next one may not be
    while (avcodec_receive_frame(m_decoder.get(), m_frame.get()) >= 0)
        m_last = Av::share(*m_frame);
}

std::optional<Preview> LastPicture::decoded()
{
    if (!m_reader.open())
        return std::nullopt;
    const AVStream &video = *m_reader.video();
    const AVCodec *codec = avcodec_find_decoder(video.codecpar->codec_id);
    m_decoder.reset(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!m_decoder || avcodec_parameters_to_context(m_decoder.get(), video.codecpar) < 0)
        return std::nullopt;
    m_decoder->thread_count = 1;
    if (avcodec_open2(m_decoder.get(), codec, nullptr) < 0)
        return std::nullopt;
    const QDeadlineTimer limit(mostTime);
    const auto packet = Av::makePacket();
    std::optional<int64_t> first;
    for (int packets = 0; packets < mostPackets && !limit.hasExpired() && m_reader.read(*packet);) {
        if (packet->stream_index != video.index)
            continue;
        if (!first)
            first = packet->dts;
        decode(packet.get());
        ++packets;
    }
    decode(nullptr);
    if (!m_last || !first || m_last->best_effort_timestamp == AV_NOPTS_VALUE)
        return std::nullopt;
    const auto since = Av::microseconds(m_last->best_effort_timestamp - *first, video.time_base);
    const qint64 ms = m_startMs + std::chrono::floor<std::chrono::milliseconds>(since).count();
    return Preview{JpegEncoder().encode(*m_last, VideoFormat::announced(video).shape()),
                   QDateTime::fromMSecsSinceEpoch(ms, Times::utc)};
}
}

std::optional<Preview> RingPicture::newest(const SegmentRing &ring)
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock)
        return std::nullopt;
    if (m_made.jpeg.isEmpty() || std::chrono::steady_clock::now() - m_madeAt > keptFor) {
        const auto segments = ring.openNewest();
        const auto picture = segments.empty() ? std::nullopt : LastPicture(segments).decoded();
        m_made = picture.value_or(Preview());
        m_madeAt = std::chrono::steady_clock::now();
    }
    return m_made.jpeg.isEmpty() ? std::nullopt : std::optional(m_made);
}
