// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/soundreader.h"

#include <cstdlib>
#include <vector>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace {
constexpr AVRational frames{1, int(SoundChunk::framesPerMs) * 1000};
constexpr qint64 joined = 50 * SoundChunk::framesPerMs; ///< the longest gap or overlap within a chunk

QByteArray configOf(const AVCodecParameters &parameters)
{
    return QByteArray::number(parameters.codec_id) + ' ' + QByteArray::number(parameters.sample_rate) + ' '
        + QByteArray(reinterpret_cast<const char *>(parameters.extradata), parameters.extradata_size);
}
}

SoundReader::SoundReader()
    : m_frame(av_frame_alloc())
{
}

SoundReader::~SoundReader() = default;

bool SoundReader::hasSound(const FrameDecoder::Piece &piece)
{
    SegmentDemuxer demuxer(piece.init + piece.media);
    const AVStream *stream = demuxer.open() ? demuxer.sound() : nullptr;
    return stream && avcodec_find_decoder(stream->codecpar->codec_id);
}

void SoundReader::reset()
{
    if (m_decoder)
        avcodec_flush_buffers(m_decoder.get());
    m_resampler.reset();
}

QList<SoundChunk> SoundReader::read(const FrameDecoder::Piece &piece)
{
    SegmentDemuxer demuxer(piece.init + piece.media);
    const AVStream *stream = demuxer.open() ? demuxer.sound() : nullptr;
    if (!stream || !prepare(*stream))
        return {};
    // The first picture tells the time of the segment. It may follow packets of sound.
    const AVStream *video = demuxer.video();
    std::optional<int64_t> first;
    std::vector<AvPointer<AVPacket>> packets;
    const AvPointer<AVPacket> packet(av_packet_alloc());
    while (demuxer.read(*packet)) {
        if (packet->stream_index == stream->index)
            packets.emplace_back(av_packet_clone(packet.get()));
        else if (video && packet->stream_index == video->index && !first)
            first = av_rescale_q(packet->pts, video->time_base, frames);
        av_packet_unref(packet.get());
    }
    if (packets.empty())
        return {};
    const qint64 origin = piece.startMs * SoundChunk::framesPerMs
        - first.value_or(av_rescale_q(packets.front()->pts, stream->time_base, frames));
    QList<SoundChunk> sound;
    for (const auto &each : packets)
        take(each.get(), origin, sound);
    return sound;
}

bool SoundReader::prepare(const AVStream &stream)
{
    const QByteArray config = configOf(*stream.codecpar);
    if (m_decoder && m_config == config)
        return true;
    const AVCodec *codec = avcodec_find_decoder(stream.codecpar->codec_id);
    m_decoder.reset(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!m_decoder || avcodec_parameters_to_context(m_decoder.get(), stream.codecpar) < 0)
        return false;
    m_decoder->pkt_timebase = stream.time_base;
    m_config = config;
    m_resampler.reset();
    if (avcodec_open2(m_decoder.get(), codec, nullptr) >= 0)
        return true;
    m_decoder.reset();
    return false;
}

/// Appends the sound of a packet. `origin` is the frame of the stamp 0.
void SoundReader::take(const AVPacket *packet, qint64 origin, QList<SoundChunk> &sound)
{
    if (avcodec_send_packet(m_decoder.get(), packet) < 0)
        return;
    while (avcodec_receive_frame(m_decoder.get(), m_frame.get()) >= 0) {
        const int64_t stamp = m_frame->best_effort_timestamp;
        const QByteArray samples = converted();
        if (stamp == AV_NOPTS_VALUE || samples.isEmpty())
            continue;
        const qint64 start = origin + av_rescale_q(stamp, m_decoder->pkt_timebase, frames);
        if (sound.isEmpty() || std::llabs(start - sound.constLast().end()) > joined)
            sound.append({start, samples});
        else
            sound.last().samples += samples;
    }
}

/// Returns the samples of m_frame in the form of SoundChunk.
QByteArray SoundReader::converted()
{
    AVFrame &frame = *m_frame;
    if (!m_resampler || m_rate != frame.sample_rate || m_channels != frame.ch_layout.nb_channels
        || m_format != frame.format) {
        AVChannelLayout stereo{};
        av_channel_layout_default(&stereo, 2);
        SwrContext *made = nullptr;
        swr_alloc_set_opts2(&made, &stereo, AV_SAMPLE_FMT_S16, frames.den, &frame.ch_layout,
                            AVSampleFormat(frame.format), frame.sample_rate, 0, nullptr);
        m_resampler.reset(made);
        if (!made || swr_init(made) < 0) {
            m_resampler.reset();
            return {};
        }
        m_rate = frame.sample_rate;
        m_channels = frame.ch_layout.nb_channels;
        m_format = frame.format;
    }
    const int most = swr_get_out_samples(m_resampler.get(), frame.nb_samples);
    if (most <= 0)
        return {};
    QByteArray samples(most * SoundChunk::bytesPerFrame, Qt::Uninitialized);
    auto *out = reinterpret_cast<uint8_t *>(samples.data());
    const int made = swr_convert(m_resampler.get(), &out, most,
                                 const_cast<const uint8_t **>(frame.extended_data), // NOLINT: FFmpeg 5's signature
                                 frame.nb_samples);
    samples.truncate(std::max(0, made) * SoundChunk::bytesPerFrame);
    return samples;
}
