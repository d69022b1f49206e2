// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/opussound.h"

#include "server/core/base/threadname.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <optional>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace {
Q_LOGGING_CATEGORY(log, "waymark.webrtc", QtInfoMsg)

constexpr int rate = 48'000; // of Opus in RTP (RFC 7587, 4.1)
constexpr int mostChannels = 2;
constexpr int bitsPerSecond = 32'000; // for each channel
/// A larger difference between the timestamps and the number of samples is a gap.
constexpr std::int64_t largestJitter = rate / 10;

struct FreeResampler
{
    void operator()(SwrContext *context) const { swr_free(&context); }
};

const AVCodec *encoder() { return avcodec_find_encoder_by_name("libopus"); }
}

/// Decodes, resamples and encodes.
class OpusSound::Encoder
{
public:
    using Made = std::function<void(const CodedPacket &)>;

    /// Returns false if FFmpeg does not accept the format.
    bool open(const AVCodecParameters &input, const AVRational &timeBase);
    void encode(const AVPacket &packet, const Made &made);

private:
    bool openFor(AVFrame &frame);
    void append(const AVFrame &frame);
    void encodeFrame(const Made &made);

    AVRational m_timeBase{};
    AvOwned<AVCodecContext> m_decoder;
    AvOwned<AVCodecContext> m_encoder;
    std::unique_ptr<SwrContext, FreeResampler> m_resampler;
    AvOwned<AVFrame> m_decoded = Av::makeFrame();
    std::array<int, 3> m_format{}; ///< of what was decoded: channels, rate, and form of the samples
    std::vector<std::int16_t> m_samples; ///< resampled, but not encoded; the channels interleaved
    std::optional<std::int64_t> m_next; ///< place of the first of m_samples, in samples
};

bool OpusSound::Encoder::open(const AVCodecParameters &input, const AVRational &timeBase)
{
    m_timeBase = timeBase;
    const AVCodec *aac = avcodec_find_decoder(input.codec_id);
    m_decoder.reset(avcodec_alloc_context3(aac));
    if (!aac || !m_decoder || avcodec_parameters_to_context(m_decoder.get(), &input) < 0)
        return false;
    m_decoder->pkt_timebase = timeBase;
    return avcodec_open2(m_decoder.get(), aac, nullptr) >= 0;
}

/// Prepares for the format that the decoder has found, which may differ from the one that the camera has stated.
bool OpusSound::Encoder::openFor(AVFrame &frame)
{
    const std::array format{frame.ch_layout.nb_channels, frame.sample_rate, frame.format};
    if (m_resampler && format == m_format)
        return true;
    const int channels = std::clamp(frame.ch_layout.nb_channels, 1, mostChannels);
    if (!m_encoder || m_encoder->ch_layout.nb_channels != channels) {
        m_encoder.reset(avcodec_alloc_context3(encoder()));
        if (!m_encoder)
            return false;
        m_encoder->sample_rate = rate;
        m_encoder->sample_fmt = AV_SAMPLE_FMT_S16;
        av_channel_layout_default(&m_encoder->ch_layout, channels);
        m_encoder->bit_rate = std::int64_t(bitsPerSecond) * channels;
        m_encoder->time_base = {1, rate};
        if (avcodec_open2(m_encoder.get(), encoder(), nullptr) < 0)
            return false;
    }
    SwrContext *made = nullptr;
    const bool isMade = swr_alloc_set_opts2(&made, &m_encoder->ch_layout, AV_SAMPLE_FMT_S16, rate, &frame.ch_layout,
                                            AVSampleFormat(frame.format), frame.sample_rate, 0, nullptr)
        >= 0;
    m_resampler.reset(made);
    m_format = format;
    m_samples.clear();
    m_next.reset();
    return isMade && swr_init(made) >= 0;
}

/// Appends the samples of a decoded frame. After a gap, the sound begins anew.
void OpusSound::Encoder::append(const AVFrame &frame)
{
    const int channels = m_encoder->ch_layout.nb_channels;
    const auto expected = m_next ? *m_next + std::int64_t(m_samples.size()) / channels : 0;
    const auto place =
        frame.pts == AV_NOPTS_VALUE ? expected : av_rescale_q(frame.pts, m_timeBase, AVRational{1, rate});
    if (!m_next || std::abs(place - expected) > largestJitter) {
        m_samples.clear();
        m_next = place;
    }
    const int room = swr_get_out_samples(m_resampler.get(), frame.nb_samples);
    if (room <= 0)
        return;
    const auto before = m_samples.size();
    m_samples.resize(before + std::size_t(room) * std::size_t(channels));
    auto *to = reinterpret_cast<std::uint8_t *>(m_samples.data() + before);
    const int count = swr_convert(m_resampler.get(), &to, room, const_cast<const std::uint8_t **>(frame.extended_data),
                                  frame.nb_samples);
    m_samples.resize(before + std::size_t(std::max(count, 0)) * std::size_t(channels));
}

void OpusSound::Encoder::encodeFrame(const Made &made)
{
    const auto frame = Av::makeFrame();
    frame->nb_samples = m_encoder->frame_size;
    frame->format = m_encoder->sample_fmt;
    frame->sample_rate = rate;
    frame->pts = *m_next;
    if (av_channel_layout_copy(&frame->ch_layout, &m_encoder->ch_layout) < 0 || av_frame_get_buffer(frame.get(), 0) < 0)
        throw std::bad_alloc();
    const auto count = frame->nb_samples * m_encoder->ch_layout.nb_channels;
    std::copy_n(m_samples.begin(), count, reinterpret_cast<std::int16_t *>(frame->data[0]));
    m_samples.erase(m_samples.begin(), m_samples.begin() + count);
    *m_next += frame->nb_samples;
    if (avcodec_send_frame(m_encoder.get(), frame.get()) < 0)
        return;
    const auto packet = Av::makePacket();
    while (avcodec_receive_packet(m_encoder.get(), packet.get()) >= 0) {
        made({.bytes = {reinterpret_cast<const char *>(packet->data), packet->size},
              .time = Av::microseconds(packet->pts, AVRational{1, rate}),
              .isPicture = false});
        av_packet_unref(packet.get());
    }
}

void OpusSound::Encoder::encode(const AVPacket &packet, const Made &made)
{
    if (avcodec_send_packet(m_decoder.get(), &packet) < 0)
        return; // damaged in transit
    while (avcodec_receive_frame(m_decoder.get(), m_decoded.get()) >= 0) {
        if (openFor(*m_decoded)) {
            append(*m_decoded);
            const auto wanted = std::size_t(m_encoder->frame_size) * std::size_t(m_encoder->ch_layout.nb_channels);
            while (m_samples.size() >= wanted)
                encodeFrame(made);
        }
        av_frame_unref(m_decoded.get());
    }
}

bool OpusSound::accepts(const AVCodecParameters &parameters)
{
    return parameters.codec_id == AV_CODEC_ID_AAC && encoder() && avcodec_find_decoder(AV_CODEC_ID_AAC);
}

OpusSound::OpusSound(const AVStream &input, std::function<void(const CodedPacket &)> made)
    : m_input(Av::copy(*input.codecpar))
    , m_timeBase(input.time_base.num, input.time_base.den)
    , m_made(std::move(made))
    , m_thread([this] { run(); })
{
}

OpusSound::~OpusSound()
{
    const std::scoped_lock lock(m_lock);
    m_ends = true;
    m_changed.notify_one();
}

void OpusSound::take(const AVPacket &packet)
{
    auto shared = Av::share(packet);
    const std::scoped_lock lock(m_lock);
    if (m_waiting.size() == mostWaiting)
        m_waiting.pop_front();
    m_waiting.push_back(std::move(shared));
    m_changed.notify_one();
}

void OpusSound::run()
{
    nameThread("opus");
    try {
        Encoder encoder;
        const bool isOpen = encoder.open(*m_input, {m_timeBase.first, m_timeBase.second});
        if (!isOpen)
            qCWarning(log, "FFmpeg cannot decode the sound of a camera");
        for (;;) {
            std::unique_lock lock(m_lock);
            m_changed.wait(lock, [this] { return m_ends || !m_waiting.empty(); });
            if (m_ends)
                return;
            const auto packet = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            if (isOpen)
                encoder.encode(*packet, m_made);
        }
    } catch (const std::bad_alloc &) {
        qCWarning(log, "There is no memory for the sound of a camera");
    }
}
