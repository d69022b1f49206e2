// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

/// The arrival times of the pictures that FFmpeg reads ahead while it probes a stream. Their packets are returned all
/// at once, up to seconds later.
class RtpArrivals
{
public:
    using Clock = std::chrono::steady_clock;

    /// `payloadType` is that of the video stream.
    explicit RtpArrivals(int payloadType)
        : m_payloadType(payloadType)
    {
    }

    /// Takes a packet of RTP or RTCP (RFC 3550).
    void note(const QByteArray &packet, Clock::time_point arrival);
    /// Returns the arrival of the first packet of the next picture, and forgets that picture and those before. `pts` is
    /// FFmpeg's timestamp, which counts from the first one of the stream; nothing if it is unknown. Returns nothing if
    /// there is no such picture.
    std::optional<Clock::time_point> take(std::optional<std::int64_t> pts);

private:
    struct Arrival
    {
        std::uint32_t timestamp;
        Clock::time_point time;
    };

    const int m_payloadType;
    std::optional<std::uint32_t> m_first; ///< timestamp
    bool m_ended = true; ///< the last packet was the last of its picture
    std::deque<Arrival> m_arrivals;
};
