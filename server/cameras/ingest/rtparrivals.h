// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

/// Keeps the arrival times of the packets of one RTP stream. FFmpeg returns a picture up to seconds later: it reads
/// ahead while it probes the stream, and it knows the end of a picture only when the next one begins.
class RtpArrivals
{
public:
    using Clock = std::chrono::steady_clock;

    /// `payloadType` is the RTP payload type of the stream.
    explicit RtpArrivals(int payloadType)
        : m_payloadType(payloadType)
    {
    }

    /// Notes the arrival of an RTP packet (RFC 3550). Returns false if the packet belongs to another stream.
    bool note(const QByteArray &packet, Clock::time_point arrival);
    /// Returns the arrival of the first packet of a picture, and forgets this picture and those before it. `pts` is
    /// FFmpeg's timestamp of the picture, in units of the RTP clock from the first picture of the stream. Without
    /// `pts`, the picture is the next one. Returns nothing if the picture is unknown.
    std::optional<Clock::time_point> take(std::optional<std::int64_t> pts);
    /// Forgets pictures that FFmpeg has lost, as far as only their number tells: of several pictures with the same
    /// timestamp, the last two remain. Call the function after FFmpeg has returned all that it had read ahead.
    void catchUp();
    /// Returns FFmpeg's timestamp for an RTP timestamp near that of the last packet. Returns nothing before the first
    /// packet.
    std::optional<std::int64_t> ptsOf(std::uint32_t timestamp) const;

private:
    struct Arrival
    {
        std::uint32_t timestamp;
        Clock::time_point time;
    };

    const int m_payloadType;
    std::optional<std::uint32_t> m_first; ///< the RTP timestamp from which FFmpeg counts
    std::uint32_t m_last = 0; ///< RTP timestamp of the last packet
    std::int64_t m_lastPts = 0; ///< the same in units of FFmpeg's timestamps, which do not overflow
    bool m_ended = true; ///< the next packet begins a new picture
    std::deque<Arrival> m_arrivals;
};
