// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/recordedframe.h"

#include "models/core/times.h"
#include "server/cameras/ingest/avio.h"
#include "server/cameras/ingest/jpegencoder.h"
#include "server/cameras/ingest/videoformat.h"

#include <QDeadlineTimer>
#include <QFile>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>

namespace {
/// Reads the initialization section of a file, and then a range of its bytes.
class PartReader
{
public:
    PartReader(const RecordedPart &part, const QString &path)
        : m_file(path)
        , m_initLeft(part.file.initBytes)
        , m_offset(part.fragments.constFirst().offset)
        , m_left(part.fragments.constLast().endOffset() - m_offset)
    {
    }
    bool open() { return m_file.open(QFile::ReadOnly); }
    QByteArray read(int most)
    {
        const bool init = m_initLeft > 0;
        qint64 &left = init ? m_initLeft : m_left;
        const QByteArray bytes = m_file.read(std::min<qint64>(most, left));
        left = bytes.isEmpty() ? 0 : left - bytes.size();
        if (init && left == 0)
            m_file.seek(m_offset);
        return bytes;
    }

private:
    QFile m_file;
    qint64 m_initLeft;
    const qint64 m_offset;
    qint64 m_left;
};

/// Decodes the pictures of a part up to a time.
class FrameSearch
{
public:
    explicit FrameSearch(Avio &avio)
        : m_demuxer(avformat_alloc_context())
    {
        m_demuxer->pb = avio.context();
    }
    ~FrameSearch() { avformat_close_input(&m_demuxer); }
    Q_DISABLE_COPY_MOVE(FrameSearch)

    std::optional<RecordedPicture> picture(qint64 startMs, const QDateTime &at, const QDeadlineTimer &limit);

private:
    bool open();
    void decode(const AVPacket *packet);

    AVFormatContext *m_demuxer;
    const AVStream *m_video = nullptr;
    AvOwned<AVCodecContext> m_decoder;
    AvOwned<AVFrame> m_frame;
    AvOwned<AVFrame> m_best; ///< the last frame that began before the time, or the first one
    qint64 m_startMs = 0; ///< time of the first picture
    std::optional<int64_t> m_first; ///< its stamp
    qint64 m_atMs = 0;
    qint64 m_bestMs = 0;
    bool m_found = false; ///< a later frame was seen
};

bool FrameSearch::open()
{
    if (avformat_open_input(&m_demuxer, nullptr, av_find_input_format("mp4"), nullptr) < 0)
        return false; // the demuxer is freed, and null
    for (unsigned i = 0; i < m_demuxer->nb_streams && !m_video; ++i) {
        if (m_demuxer->streams[i]->codecpar->codec_type == AVMEDIA_TYPE_VIDEO)
            m_video = m_demuxer->streams[i];
    }
    const AVCodec *codec = m_video ? avcodec_find_decoder(m_video->codecpar->codec_id) : nullptr;
    if (!codec)
        return false;
    m_decoder.reset(avcodec_alloc_context3(codec));
    if (!m_decoder || avcodec_parameters_to_context(m_decoder.get(), m_video->codecpar) < 0)
        return false;
    m_decoder->thread_count = 1;
    return avcodec_open2(m_decoder.get(), codec, nullptr) >= 0;
}

void FrameSearch::decode(const AVPacket *packet)
{
    if (avcodec_send_packet(m_decoder.get(), packet) < 0)
        return; // the picture is damaged; the next one may not be
    while (!m_found && avcodec_receive_frame(m_decoder.get(), m_frame.get()) >= 0) {
        const auto since = Av::microseconds(m_frame->best_effort_timestamp - *m_first, m_video->time_base);
        const qint64 ms = m_startMs + std::chrono::round<std::chrono::milliseconds>(since).count();
        m_found = ms > m_atMs;
        if (!m_found || !m_best) {
            m_best = Av::share(*m_frame);
            m_bestMs = ms;
        }
    }
}

std::optional<RecordedPicture> FrameSearch::picture(qint64 startMs, const QDateTime &at, const QDeadlineTimer &limit)
{
    if (!open())
        return std::nullopt;
    m_startMs = startMs;
    m_atMs = at.toMSecsSinceEpoch();
    m_frame = Av::makeFrame();
    const auto packet = Av::makePacket();
    bool isLate = false; // once a picture is there
    while (!m_found && !isLate && av_read_frame(m_demuxer, packet.get()) >= 0) {
        if (packet->stream_index == m_video->index) {
            if (!m_first)
                m_first = packet->pts;
            decode(packet.get());
        }
        av_packet_unref(packet.get());
        isLate = m_best && limit.hasExpired();
    }
    if (!m_found && !isLate && m_first)
        decode(nullptr);
    if (!m_best)
        return std::nullopt;
    const QByteArray jpeg = JpegEncoder().encode(*m_best, VideoFormat::announced(*m_video).shape());
    if (jpeg.isEmpty())
        return std::nullopt;
    return RecordedPicture{{jpeg, Times::fromMilliseconds(m_bestMs)}, m_found || !isLate};
}
}

std::optional<RecordedPicture> recordedFrame(const RecordedPart &part, const QString &path, const QDateTime &at,
                                             std::chrono::milliseconds limit)
{
    PartReader reader(part, path);
    if (!reader.open())
        return std::nullopt;
    Avio avio([&reader](int most) { return reader.read(most); });
    return FrameSearch(avio).picture(part.startMs(), at, QDeadlineTimer(limit));
}
