// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/webrtc/steadyrate.h"

#include <QByteArrayView>

#include <array>

/// Limits how often a viewer gets lost packets again. A request of a few bytes makes GStreamer send hundreds of
/// packets, and several MB wait for the network if such requests arrive faster than it sends.
class ResendLimit
{
public:
    using Clock = SteadyRate::Clock;

    static constexpr int perSecond = 500; ///< of all packets
    static constexpr int times = 2; ///< of each packet, within `memory`
    static constexpr auto memory = std::chrono::seconds(10);

    /// Returns what may be sent of the lost packets in a request, which is in the same form (RFC 4585, 6.2.1).
    QByteArray admitted(QByteArrayView lost, Clock::time_point now);

private:
    struct Packet
    {
        quint16 number = 0;
        int resent = 0;
        Clock::time_point since = {};
    };
    bool admits(quint16 number, Clock::time_point now);

    SteadyRate m_rate{perSecond};
    std::array<Packet, 1024> m_packets; ///< at the rest of the number; more than GStreamer keeps for lost packets
};
