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
/// Largest difference between the timestamp and the arrival of audio. If it is larger, the arrival is used.
constexpr auto longestLag = 6s;

microseconds sinceStart(std::chrono::time_point<Clock> time)
{
    return std::chrono::duration_cast<microseconds>(time.time_since_epoch());
}

microseconds sinceEpoch()
{
    return std::chrono::duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch());
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
    const auto now = Clock::now();
    const auto arrival = m_input.isLive() ? m_input.arrival() : now;
    const auto wall = sinceEpoch() - std::chrono::duration_cast<microseconds>(now - arrival);
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

void PacketTimeline::placeAudio(AVPacket &packet) const
{
    const AVRational base = m_input.audio()->time_base;
    const auto arrived = m_clock.arrived(sinceStart(m_input.arrival()));
    auto place = arrived;
    if (packet.dts != AV_NOPTS_VALUE && m_shift) {
        const auto own = Av::microseconds(packet.dts, base) + Av::microseconds(*m_shift, m_input.video().time_base);
        if (std::chrono::abs(own - arrived) < longestLag)
            place = own;
    }
    packet.dts = packet.pts = Av::stamp(place, base);
}

void PacketTimeline::keepPace(microseconds stamp)
{
    if (m_input.isLive())
        return;
    if (!m_firstStamp)
        m_firstStamp = stamp;
    const auto ahead = (stamp - *m_firstStamp) - std::chrono::duration_cast<microseconds>(Clock::now() - m_opened);
    if (ahead > 0s && ahead < 1min)
        m_sleep(ahead);
}
