// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/packetfeed.h"

#include "server/cameras/ingest/opussound.h"

#include <QLoggingCategory>

extern "C" {
#include <libavcodec/bsf.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <new>
#include <system_error>
#include <utility>

namespace {
Q_LOGGING_CATEGORY(log, "waymark.webrtc", QtInfoMsg)

constexpr int parameterSetUnit = 7; // sequence parameter set (H.264, table 7-1)
constexpr int lastPictureUnit = 5;
constexpr int stepsOfBFrames = 2; ///< between two key frames; a single one may be a clock that was set back

QByteArray bytesOf(const AVPacket &packet) { return {reinterpret_cast<const char *>(packet.data), packet.size}; }

/// Returns true if an access unit with start codes has parameter sets before its picture.
bool hasParameterSets(const QByteArray &unit)
{
    static const QByteArray startCode("\0\0\1", 3);
    for (qsizetype at = unit.indexOf(startCode); at >= 0 && at + 3 < unit.size();
         at = unit.indexOf(startCode, at + 3)) {
        const int type = unit[at + 3] & 0x1f;
        if (type == parameterSetUnit)
            return true;
        if (type >= 1 && type <= lastPictureUnit)
            return false;
    }
    return false;
}

CodedFormat::Sound soundOf(const AVStream *stream)
{
    using Sound = CodedFormat::Sound;
    if (stream && OpusSound::accepts(*stream->codecpar))
        return Sound::Opus;
    if (!stream || stream->codecpar->sample_rate != 8000)
        return Sound::None;
    if (stream->codecpar->codec_id == AV_CODEC_ID_PCM_MULAW)
        return Sound::MuLaw;
    return stream->codecpar->codec_id == AV_CODEC_ID_PCM_ALAW ? Sound::ALaw : Sound::None;
}

std::chrono::microseconds timeOf(const AVPacket &packet, const AVStream &stream)
{
    return Av::microseconds(packet.pts == AV_NOPTS_VALUE ? packet.dts : packet.pts, stream.time_base);
}

/// Returns a filter that replaces the lengths of units by start codes, or null if FFmpeg refuses the parameters.
AvOwned<AVBSFContext> startCodeFilter(const AVCodecParameters &format)
{
    AVBSFContext *context = nullptr;
    const AVBitStreamFilter *filter = av_bsf_get_by_name("h264_mp4toannexb");
    if (!filter || av_bsf_alloc(filter, &context) < 0)
        return nullptr;
    AvOwned<AVBSFContext> made(context);
    const bool isReady = avcodec_parameters_copy(context->par_in, &format) >= 0 && av_bsf_init(context) >= 0;
    return isReady ? std::move(made) : nullptr;
}
}

PacketFeed::PacketFeed() = default;
PacketFeed::~PacketFeed() = default;

std::optional<CodedFormat> PacketFeed::format() const
{
    const std::scoped_lock lock(m_mutex);
    return m_format;
}

bool PacketFeed::watch(PacketViewer &viewer, const CodedFormat &format)
{
    const std::scoped_lock lock(m_mutex);
    if (m_format != format)
        return false;
    m_viewers.push_back(&viewer);
    return true;
}

void PacketFeed::leave(PacketViewer &viewer)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_viewers, &viewer);
}

bool PacketFeed::isWatched() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_viewers.empty();
}

bool PacketFeed::isHeard() const
{
    const std::scoped_lock lock(m_mutex);
    return std::ranges::any_of(m_viewers, &PacketViewer::hears);
}

/// Ends the thread that makes Opus once no viewer takes any.
void PacketFeed::endUnheard()
{
    if (m_opus && !isHeard())
        m_opus.reset();
}

void PacketFeed::begin(const AVStream &video, const AVCodecParameters &format, const AVStream *sound)
{
    CodedFormat next{
        .isH264 = format.codec_id == AV_CODEC_ID_H264, .hasBFrames = format.video_delay > 0, .sound = soundOf(sound)};
    const bool hasLengths = next.isH264 && format.extradata_size > 0 && format.extradata[0] == 1;
    m_opus.reset(); // before there are viewers of the new format
    m_startCodes = hasLengths ? startCodeFilter(format) : nullptr;
    next.isH264 = next.isH264 && (!hasLengths || m_startCodes);
    m_parameterSets =
        hasLengths ? QByteArray() : QByteArray(reinterpret_cast<const char *>(format.extradata), format.extradata_size);
    m_video = &video;
    m_sound = sound;
    m_keys = 0;
    m_stepsBack = 0;
    setFormat(next);
}

void PacketFeed::lose()
{
    m_opus.reset();
    setFormat(std::nullopt);
}

/// Viewers of another format are lost.
void PacketFeed::setFormat(const std::optional<CodedFormat> &format)
{
    const std::scoped_lock lock(m_mutex);
    if (std::exchange(m_format, format) == format)
        return;
    for (PacketViewer *viewer : std::exchange(m_viewers, {}))
        viewer->lost();
}

/// Returns the bytes of a packet with start codes, or an empty array if FFmpeg finds the packet damaged.
QByteArray PacketFeed::annexB(const AVPacket &packet)
{
    if (!m_startCodes)
        return bytesOf(packet);
    const auto filtered = Av::share(packet);
    QByteArray bytes;
    if (av_bsf_send_packet(m_startCodes.get(), filtered.get()) < 0)
        return bytes;
    while (av_bsf_receive_packet(m_startCodes.get(), filtered.get()) >= 0) {
        bytes += bytesOf(*filtered);
        av_packet_unref(filtered.get());
    }
    return bytes;
}

/// Learns from the pictures whether there are B-frames. What the stream states holds until its second key frame only:
/// cameras reserve room for B-frames that they do not send.
void PacketFeed::noteOrder(std::chrono::microseconds time, bool isKey)
{
    if (isKey) {
        if (++m_keys == 2 && m_stepsBack == 0)
            setBFrames(false);
        m_stepsBack = 0;
    } else if (time < m_previous && ++m_stepsBack == stepsOfBFrames) {
        setBFrames(true);
    }
    m_previous = time;
}

void PacketFeed::setBFrames(bool areThere)
{
    auto changed = format();
    if (changed)
        changed->hasBFrames = areThere;
    setFormat(changed);
}

void PacketFeed::picture(const AVPacket &packet)
{
    const bool isKey = packet.flags & AV_PKT_FLAG_KEY;
    const auto time = timeOf(packet, *m_video);
    noteOrder(time, isKey);
    endUnheard();
    if (!isWatched())
        return;
    CodedPacket coded{.bytes = annexB(packet), .time = time, .isKey = isKey};
    if (coded.isKey && !m_startCodes && !hasParameterSets(coded.bytes))
        coded.bytes.prepend(m_parameterSets);
    if (!coded.bytes.isEmpty())
        pass(coded);
}

void PacketFeed::sound(const AVPacket &packet)
{
    endUnheard();
    if (!m_sound || !isHeard())
        return;
    if (soundOf(m_sound) != CodedFormat::Sound::Opus)
        return pass({.bytes = bytesOf(packet), .time = timeOf(packet, *m_sound), .isPicture = false});
    try {
        if (!m_opus)
            m_opus = std::make_unique<OpusSound>(*m_sound, [this](const CodedPacket &made) { pass(made); });
        m_opus->take(packet);
    } catch (const std::system_error &error) { // the pictures go on, without sound until the camera connects again
        m_sound = nullptr;
        qCWarning(log, "There is no thread for the sound of a camera: %s", error.what());
    }
}

void PacketFeed::pass(const CodedPacket &packet)
{
    const std::scoped_lock lock(m_mutex);
    for (PacketViewer *viewer : m_viewers) {
        if (packet.isPicture || viewer->hears())
            viewer->take(packet);
    }
}
