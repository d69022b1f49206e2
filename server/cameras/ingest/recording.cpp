// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/recording.h"

#include "server/cameras/ingest/streamfailure.h"
#include "server/cameras/ingest/streaminput.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/pixdesc.h>
}

namespace {
/// Consecutive key frames that cannot be decoded before the connection fails. A single key frame may be damaged in
/// transit, but a camera whose pictures cannot be decoded at all must not appear as online.
constexpr int mostUndecodable = 3;

bool isMonochrome(int pixelFormat)
{
    const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(AVPixelFormat(pixelFormat));
    return description && description->nb_components == 1 && !(description->flags & AV_PIX_FMT_FLAG_PAL);
}
}

Recording::Recording(const StreamInput &input, const MediaSettings &settings, const MediaClock &clock, Targets targets)
    : m_input(input)
    , m_settings(settings)
    , m_clock(clock)
    , m_targets(targets)
    , m_tracker(input.video())
    , m_sound(input.audio() ? std::make_unique<SoundTrack>(*input.audio()) : nullptr)
{
}

Recording::~Recording() = default;

void Recording::beginFormat()
{
    m_changed = true;
    m_segmenter.reset();
    m_recordable = Segmenter::accepts(*m_tracker.format()->parameters);
    m_targets.packets.begin(m_input.video(), *m_tracker.format()->parameters, m_input.audio());
    m_tap = std::make_unique<PictureTap>(
        m_input.video(), m_tracker.format(), m_settings, m_clock,
        PictureTap::Targets{m_targets.sink, m_targets.feed, m_targets.latest, m_targets.covered});
}

void Recording::writeVideo(const AVPacket &packet, std::chrono::microseconds time)
{
    const bool key = packet.flags & AV_PKT_FLAG_KEY;
    if (m_tracker.follow(packet))
        beginFormat();
    if (key && m_tracker.isDecodable())
        m_undecodable = 0;
    else if (key && ++m_undecodable >= mostUndecodable)
        throw StreamFailure::notAStream();
    if (!m_tap)
        return; // no picture can be shown yet
    if (m_recordable && key && !m_segmenter)
        m_segmenter = std::make_unique<Segmenter>(m_targets.ring, m_input.video(), *m_tracker.format(), m_sound.get(),
                                                  m_settings.segmentLength);
    if (m_segmenter) {
        m_segmenter->writeVideo(packet, time);
        m_kept = m_segmenter->isKeeping();
    }
}

void Recording::show(const AVPacket &packet)
{
    m_targets.packets.picture(packet); // first, because decoding takes milliseconds
    m_tap->write(packet);
}

void Recording::writeAudio(const AVPacket &packet)
{
    if (hasBegun())
        m_targets.packets.sound(packet);
    if (!m_sound || !m_segmenter)
        return; // before the first picture, the sound has no place on the timeline
    for (const auto &sound : m_sound->take(packet))
        m_segmenter->writeAudio(*sound);
}

LiveStanding Recording::standing() const
{
    if (!m_tap)
        return LiveStanding::NotReady;
    if (!m_recordable)
        return LiveStanding::NotRecordable;
    return m_kept ? LiveStanding::Playable : LiveStanding::NotKept;
}

StreamAttributes Recording::attributes() const
{
    const AVCodecParameters &parameters = *m_tracker.format()->parameters;
    StreamAttributes attributes = m_input.attributes();
    attributes.videoProfile = QString::fromLatin1(avcodec_profile_name(parameters.codec_id, parameters.profile));
    attributes.size = m_tracker.format()->shownSize();
    attributes.monochrome = isMonochrome(parameters.format);
    attributes.recordable = Segmenter::accepts(parameters);
    return attributes;
}
