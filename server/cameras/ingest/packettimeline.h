// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediaclock.h"

#include <cstdint>
#include <functional>

class StreamInput;
struct AVPacket;

/// Replaces the timestamps of the packets of one connection with their places on the timeline of a MediaClock.
///
/// Thread: one at a time.
class PacketTimeline
{
public:
    /// `sleep` waits until a packet of a file is due, so that the file is played at its own speed. The arguments must
    /// outlive this object.
    PacketTimeline(const StreamInput &input, std::function<void(std::chrono::microseconds)> sleep);

    const MediaClock &clock() const { return m_clock; }
    /// Places a video packet. Returns whether the wall clock was set since the packet before.
    MediaClock::Wall placeVideo(AVPacket &packet);
    /// Places an audio packet.
    void placeAudio(AVPacket &packet);

private:
    std::chrono::microseconds audioPlace(std::optional<std::chrono::microseconds> own);
    void keepPace(std::chrono::microseconds stamp);

    const StreamInput &m_input;
    const std::function<void(std::chrono::microseconds)> m_sleep;
    MediaClock m_clock;
    MediaClock m_audioClock; ///< used as long as the source does not state how the timestamps of both streams relate
    std::optional<std::chrono::microseconds> m_audioShift; ///< from the timestamps of audio to the timeline
    std::chrono::steady_clock::time_point m_began; ///< when the first packet of a file was due
    std::optional<std::chrono::microseconds> m_firstStamp; ///< timestamp of this packet
    std::optional<std::int64_t> m_shift; ///< from the last timestamp to the timeline, in units of the video time base
    std::int64_t m_lastTicks = -1;
};
