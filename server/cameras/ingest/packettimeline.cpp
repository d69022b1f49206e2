// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/packettimeline.h"

#include "server/cameras/ingest/av.h"
#include "server/cameras/ingest/streaminput.h"

extern "C" {
#include <libavcodec/packet.h>
#include <libavformat/avformat.h>
}

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::microseconds;
using Clock = std::chrono::steady_clock;

namespace {
/// Largest difference between the presentation and the decoding time of a picture. A larger one means that a timestamp
/// is damaged.
constexpr auto longestReordering = 2s;
/// Largest difference between the timestamp and the arrival of audio whose timestamps come from the clock of the video.
/// A file or a transport stream may contain the two at some distance. If the difference is larger, the arrival is used.
constexpr auto longestLag = 6s;
/// The same for audio that a camera sends as a stream of its own. Some cameras state wrongly how the two relate.
constexpr auto longestSkew = 400ms;
/// The timestamps of audio keep their distances as long as they agree with the arrivals to this extent.
constexpr auto longestDrift = 100ms;

microseconds sinceStart(std::chrono::time_point<Clock> time)
{
    return std::chrono::duration_cast<microseconds>(time.time_since_epoch());
}

/// Returns the time since the epoch for a time on the steady clock.
microseconds wallAt(std::chrono::time_point<Clock> time)
{
    const auto now = std::chrono::duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch());
    return now - std::chrono::duration_cast<microseconds>(Clock::now() - time);
}
}

PacketTimeline::PacketTimeline(const StreamInput &input, std::function<void(microseconds)> sleep)
    : m_input(input)
    , m_sleep(std::move(sleep))
{
}

MediaClock::Wall PacketTimeline::placeVideo(AVPacket &packet)
{
    const AVRational base = m_input.video().time_base;
    std::optional<microseconds> own;
    if (packet.dts != AV_NOPTS_VALUE)
        own = Av::microseconds(packet.dts, base);
    if (own)
        keepPace(*own);
    // A file has no arrival times. keepPace() has waited until the packet is due.
    const auto arrival = m_input.isLive() ? m_input.arrival() : Clock::now();
    const auto wall = wallAt(arrival);
    const auto reading = m_clock.observe(own, sinceStart(arrival), wall);

    // Adding a constant in units of the time base keeps the distances between timestamps exact.
    auto ticks = Av::stamp(reading.stamp, base);
    if (reading.isOwn && m_shift)
        ticks = packet.dts + *m_shift;
    ticks = std::max(ticks, m_lastTicks + 1);
    const bool hasBoth = packet.dts != AV_NOPTS_VALUE && packet.pts != AV_NOPTS_VALUE;
    const auto reordering = hasBoth ? packet.pts - packet.dts : 0;
    m_shift = packet.dts != AV_NOPTS_VALUE ? std::optional(ticks - packet.dts) : std::nullopt;
    packet.dts = ticks;
    packet.pts = reordering > 0 && reordering <= Av::stamp(longestReordering, base) ? ticks + reordering : ticks;
    m_lastTicks = ticks;
    return reading.wall;
}

void PacketTimeline::placeAudio(AVPacket &packet)
{
    const AVRational base = m_input.audio()->time_base;
    std::optional<microseconds> own;
    if (packet.dts != AV_NOPTS_VALUE)
        own = Av::microseconds(packet.dts, base);
    packet.dts = packet.pts = Av::stamp(audioPlace(own), base);
}

/// Returns the place of an audio packet with this timestamp on the timeline. The two clocks follow the arrivals, so
/// that they agree to some milliseconds, and differ a little more or less with each packet.
microseconds PacketTimeline::audioPlace(std::optional<microseconds> own)
{
    const auto arrival = m_input.arrival();
    const auto reading = m_audioClock.observe(own, sinceStart(arrival), wallAt(arrival));
    const auto arrived = m_clock.arrived(m_audioClock.arrivalOf(reading.stamp));
    if (!own)
        return arrived;
    if (const auto stated = m_input.videoStamp(*own); stated && m_shift) {
        const auto place = *stated + Av::microseconds(*m_shift, m_input.video().time_base);
        if (std::chrono::abs(place - arrived) < (m_input.hasOneClock() ? longestLag : longestSkew))
            return place;
    }
    if (!m_audioShift || std::chrono::abs(*own + *m_audioShift - arrived) > longestDrift)
        m_audioShift = arrived - *own;
    return *own + *m_audioShift;
}

void PacketTimeline::keepPace(microseconds stamp)
{
    if (m_input.isLive())
        return;
    if (!m_firstStamp) {
        m_firstStamp = stamp;
        m_began = Clock::now();
    }
    const auto ahead = (stamp - *m_firstStamp) - std::chrono::duration_cast<microseconds>(Clock::now() - m_began);
    if (ahead > 0s && ahead < 1min)
        m_sleep(ahead);
}
