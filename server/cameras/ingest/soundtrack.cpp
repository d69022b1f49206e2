// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/soundtrack.h"

#include "server/cameras/ingest/streamfailure.h"

#include <algorithm>
#include <array>
#include <optional>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavformat/avformat.h>
}

using namespace Qt::StringLiterals;

namespace {
constexpr int bitsPerSample = 4; // of AAC, for each channel: 32 kbit/s at 8 kHz
/// A larger difference between the timestamps and the number of samples is a gap. Smaller ones are jitter of cameras
/// that stamp packets when they send them.
constexpr std::chrono::milliseconds largestJitter{100};

constexpr int mostChannels = 6; // more need a longer description

// Profiles of AAC in FFmpeg, whose names for them depend on the version. The first four are the object type minus 1.
constexpr int mainProfile = 0;
constexpr int lowComplexity = 1;
constexpr int longTermPrediction = 3;
constexpr int he = 4;
constexpr int heV2 = 28;

/// Sampling rates in Hz, by their index in AAC's headers (ISO/IEC 14496-3, 1.6.3.4).
constexpr std::array samplingRates{96'000, 88'200, 64'000, 48'000, 44'100, 32'000, 24'000,
                                   22'050, 16'000, 12'000, 11'025, 8000,   7350};

/// The part of a stream that every AAC decoder can play. HE-AAC adds high frequencies to it, and a second channel.
struct AacCore
{
    int objectType;
    int rateIndex; ///< -1: not a standard rate
    int channels;
};

AacCore coreOf(const AVCodecParameters &parameters)
{
    const bool isHe = parameters.profile == he || parameters.profile == heV2;
    const auto rate = std::ranges::find(samplingRates, isHe ? parameters.sample_rate / 2 : parameters.sample_rate);
    const bool isKnown = parameters.profile >= mainProfile && parameters.profile <= longTermPrediction;
    return {(isKnown ? parameters.profile : lowComplexity) + 1,
            rate == samplingRates.end() ? -1 : int(rate - samplingRates.begin()),
            parameters.profile == heV2 ? 1 : parameters.ch_layout.nb_channels};
}

bool isDescribable(const AVCodecParameters &parameters)
{
    const AacCore core = coreOf(parameters);
    return core.rateIndex >= 0 && core.channels > 0 && core.channels <= mostChannels;
}

bool isG711(AVCodecID codec) { return codec == AV_CODEC_ID_PCM_ALAW || codec == AV_CODEC_ID_PCM_MULAW; }
}

/// Makes AAC of G.711.
class SoundTrack::Encoder
{
public:
    explicit Encoder(const AVCodecParameters &input);

    std::vector<AvOwned<AVPacket>> encode(const AVPacket &packet, const AVRational &base);
    const AVCodecParameters &parameters() const { return *m_parameters; }
    AVRational timeBase() const { return {1, m_encoder->sample_rate}; }

private:
    void decode(const AVPacket &packet);
    void encodeFrame();

    AvOwned<AVCodecContext> m_decoder;
    AvOwned<AVCodecContext> m_encoder;
    AvOwned<AVCodecParameters> m_parameters;
    AvOwned<AVFrame> m_decoded = Av::makeFrame();
    std::vector<float> m_samples; ///< decoded, but not encoded; the channels interleaved
    std::optional<std::int64_t> m_next; ///< timestamp of the first of m_samples, in samples
    std::vector<AvOwned<AVPacket>> m_made;
};

SoundTrack::Encoder::Encoder(const AVCodecParameters &input)
    : m_decoder(avcodec_alloc_context3(avcodec_find_decoder(input.codec_id)))
    , m_parameters(Av::copy(input))
{
    const AVCodec *aac = avcodec_find_encoder(AV_CODEC_ID_AAC);
    m_encoder.reset(avcodec_alloc_context3(aac));
    const int channels = std::clamp(input.ch_layout.nb_channels, 1, 2);
    bool isOpen = aac && m_decoder && m_encoder && avcodec_parameters_to_context(m_decoder.get(), &input) >= 0
        && avcodec_open2(m_decoder.get(), nullptr, nullptr) >= 0;
    if (isOpen) {
        m_encoder->sample_rate = input.sample_rate;
        m_encoder->sample_fmt = AV_SAMPLE_FMT_FLTP;
        av_channel_layout_default(&m_encoder->ch_layout, channels);
        m_encoder->bit_rate = std::int64_t(input.sample_rate) * bitsPerSample * channels;
        m_encoder->time_base = {1, input.sample_rate};
        m_encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        isOpen = avcodec_open2(m_encoder.get(), aac, nullptr) >= 0
            && avcodec_parameters_from_context(m_parameters.get(), m_encoder.get()) >= 0;
        m_parameters->initial_padding = 0; // the timestamps state where the sound begins
    }
    if (!isOpen)
        throw StreamFailure{CameraState::Error, u"The sound of the stream cannot be recorded"_s};
}

/// Appends the samples of a packet.
void SoundTrack::Encoder::decode(const AVPacket &packet)
{
    if (avcodec_send_packet(m_decoder.get(), &packet) < 0)
        return; // damaged in transit
    while (avcodec_receive_frame(m_decoder.get(), m_decoded.get()) >= 0) {
        // G.711 decodes to interleaved 16-bit samples.
        const auto *samples = reinterpret_cast<const std::int16_t *>(m_decoded->data[0]);
        const int count = m_decoded->nb_samples * m_encoder->ch_layout.nb_channels;
        constexpr float full = 32768;
        std::transform(samples, samples + count, std::back_inserter(m_samples),
                       [](std::int16_t sample) { return float(sample) / full; });
        av_frame_unref(m_decoded.get());
    }
}

/// Encodes the first frame of m_samples.
void SoundTrack::Encoder::encodeFrame()
{
    const int channels = m_encoder->ch_layout.nb_channels;
    const auto frame = Av::makeFrame();
    frame->nb_samples = m_encoder->frame_size;
    frame->format = m_encoder->sample_fmt;
    frame->sample_rate = m_encoder->sample_rate;
    frame->pts = *m_next;
    if (av_channel_layout_copy(&frame->ch_layout, &m_encoder->ch_layout) < 0 || av_frame_get_buffer(frame.get(), 0) < 0)
        throw std::bad_alloc();
    for (int channel = 0; channel < channels; ++channel) {
        auto *plane = reinterpret_cast<float *>(frame->extended_data[channel]);
        for (int i = 0; i < frame->nb_samples; ++i)
            plane[i] = m_samples[std::size_t(i * channels + channel)];
    }
    m_samples.erase(m_samples.begin(), m_samples.begin() + frame->nb_samples * channels);
    *m_next += frame->nb_samples;
    if (avcodec_send_frame(m_encoder.get(), frame.get()) < 0)
        return;
    auto packet = Av::makePacket();
    while (avcodec_receive_packet(m_encoder.get(), packet.get()) >= 0)
        m_made.push_back(std::exchange(packet, Av::makePacket()));
}

std::vector<AvOwned<AVPacket>> SoundTrack::Encoder::encode(const AVPacket &packet, const AVRational &base)
{
    const int channels = m_encoder->ch_layout.nb_channels;
    const auto place = av_rescale_q(packet.dts, base, timeBase());
    const auto jitter = av_rescale_q(largestJitter.count(), {1, 1000}, timeBase());
    const auto expected = m_next ? *m_next + std::int64_t(m_samples.size()) / channels : place;
    if (std::abs(place - expected) > jitter)
        m_samples.clear();
    if (m_samples.empty())
        m_next = std::abs(place - expected) > jitter ? place : expected;
    decode(packet);
    while (m_samples.size() >= std::size_t(m_encoder->frame_size * channels))
        encodeFrame();
    return std::exchange(m_made, {});
}

bool SoundTrack::accepts(const AVCodecParameters &parameters)
{
    if (parameters.codec_id == AV_CODEC_ID_AAC)
        return parameters.extradata_size > 0 || isDescribable(parameters);
    return isG711(parameters.codec_id) && parameters.ch_layout.nb_channels <= 2 && parameters.sample_rate >= 8000
        && parameters.sample_rate <= 48'000 && avcodec_find_encoder(AV_CODEC_ID_AAC);
}

SoundTrack::SoundTrack(const AVStream &input)
    : m_input(input)
    , m_encoder(isG711(input.codecpar->codec_id) ? std::make_unique<Encoder>(*input.codecpar) : nullptr)
{
    if (!m_encoder && input.codecpar->extradata_size == 0)
        describe();
}

SoundTrack::~SoundTrack() = default;

/// Writes the description that an MP4 track requires (AudioSpecificConfig: ISO/IEC 14496-3, 1.6.2.1). The filter could
/// make it of the first packet, but the track begins before that packet arrives.
void SoundTrack::describe()
{
    AVBSFContext *filter = nullptr;
    if (av_bsf_alloc(av_bsf_get_by_name("aac_adtstoasc"), &filter) < 0)
        throw std::bad_alloc();
    m_headerFilter.reset(filter);
    if (avcodec_parameters_copy(filter->par_in, m_input.codecpar) < 0 || av_bsf_init(filter) < 0)
        throw StreamFailure{CameraState::Error, u"The sound of the stream cannot be recorded"_s};
    const AacCore core = coreOf(*m_input.codecpar);
    const unsigned bits = unsigned(core.objectType << 11 | core.rateIndex << 7 | core.channels << 3);
    m_described = Av::copy(*m_input.codecpar);
    m_described->extradata = static_cast<uint8_t *>(av_mallocz(2 + AV_INPUT_BUFFER_PADDING_SIZE));
    if (!m_described->extradata)
        throw std::bad_alloc();
    m_described->extradata_size = 2;
    m_described->extradata[0] = uint8_t(bits >> 8);
    m_described->extradata[1] = uint8_t(bits);
}

/// Returns the packet without its ADTS header, or nothing if the header is damaged.
std::vector<AvOwned<AVPacket>> SoundTrack::withoutHeader(const AVPacket &packet)
{
    std::vector<AvOwned<AVPacket>> packets;
    if (av_bsf_send_packet(m_headerFilter.get(), Av::share(packet).get()) < 0)
        return packets;
    auto next = Av::makePacket();
    while (av_bsf_receive_packet(m_headerFilter.get(), next.get()) >= 0)
        packets.push_back(std::exchange(next, Av::makePacket()));
    return packets;
}

const AVCodecParameters &SoundTrack::parameters() const
{
    if (m_encoder)
        return m_encoder->parameters();
    return m_described ? *m_described : *m_input.codecpar;
}

AVRational SoundTrack::timeBase() const { return m_encoder ? m_encoder->timeBase() : m_input.time_base; }

std::vector<AvOwned<AVPacket>> SoundTrack::take(const AVPacket &packet)
{
    if (m_encoder)
        return m_encoder->encode(packet, m_input.time_base);
    if (m_headerFilter)
        return withoutHeader(packet);
    std::vector<AvOwned<AVPacket>> packets;
    packets.push_back(Av::share(packet));
    return packets;
}
