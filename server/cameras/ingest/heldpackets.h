// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"
#include "server/cameras/ingest/medialead.h"

#include <deque>
#include <exception>
#include <functional>

/// Reads the packets of a source that may be a file or a live stream. Holds packets that come too early, until it is
/// known whether they are due, because they come from the buffer of a live stream, or whether they have to wait for
/// their time, because they come from a file.
///
/// Thread: one at a time.
class HeldPackets
{
public:
    using Clock = MediaLead::Clock;
    struct Arrived
    {
        AvOwned<AVPacket> packet;
        Clock::time_point time;
        std::optional<std::chrono::microseconds> stamp; ///< decoding timestamp of a picture; empty for sound
    };

    /// `read` waits for the next packet, and returns it.
    explicit HeldPackets(std::function<Arrived()> read)
        : m_read(std::move(read))
    {
    }

    /// Returns the next packet in `packet`, and its arrival. A packet of a file arrives when it is taken.
    ///
    /// Throws: what `read` has thrown, after the packets before.
    Clock::time_point take(AVPacket &packet);
    /// Returns true once the source is known to be a file.
    bool isFile() const { return m_isFile; }

private:
    bool mustKnowMore() const;
    void readAhead();

    const std::function<Arrived()> m_read;
    MediaLead m_lead;
    std::optional<Clock::time_point> m_began; ///< when the first picture was read
    bool m_isFile = false;
    std::deque<Arrived> m_packets;
    std::int64_t m_bytes = 0; ///< size of m_packets
    std::exception_ptr m_end; ///< what follows m_packets
};
