// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

/// Keeps the arrival times of the pictures that FFmpeg reads ahead while it probes a stream. FFmpeg returns their
/// packets all at once, up to seconds later.
class RtpArrivals
{
public:
    using Clock = std::chrono::steady_clock;

    /// `payloadType` is the RTP payload type of the video stream.
    explicit RtpArrivals(int payloadType)
        : m_payloadType(payloadType)
    {
    }

    /// Notes the arrival of an RTP or RTCP packet (RFC 3550). Only packets of the video stream count.
    void note(const QByteArray &packet, Clock::time_point arrival);
    /// Returns the arrival of the first packet of a picture, and forgets this picture and those before it. `pts` is
    /// FFmpeg's timestamp of the picture, in units of the RTP clock from the first picture of the stream. Without
    /// `pts`, the picture is the next one. Returns nothing if the picture is unknown.
    std::optional<Clock::time_point> take(std::optional<std::int64_t> pts);

private:
    struct Arrival
    {
        std::uint32_t timestamp;
        Clock::time_point time;
    };

    const int m_payloadType;
    std::optional<std::uint32_t> m_first; ///< first RTP timestamp of the stream
    bool m_ended = true; ///< the next packet begins a new picture
    std::deque<Arrival> m_arrivals;
};
