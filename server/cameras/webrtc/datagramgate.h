// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/webrtc/fewsenders.h"
#include "server/cameras/webrtc/steadyrate.h"

#include <QByteArrayView>

/// Decides which datagrams of a viewer reach GStreamer, by what is readable before they are decrypted. GStreamer sets
/// up keys for each sender that a datagram names, whether the datagram is genuine or not.
///
/// These pass: the handshake (DTLS), and reports (SRTCP) of the viewer's first senders. Viewers send no media.
class DatagramGate
{
public:
    using Clock = SteadyRate::Clock;

    static constexpr int perSecond = 200; ///< a browser sends 50 reports a second at most
    static constexpr qsizetype mostBytes = 1500; ///< of what fits into a packet of Ethernet

    /// Returns whether a datagram passes. `now` must not go back.
    bool admits(QByteArrayView datagram, Clock::time_point now);

private:
    bool isReport(QByteArrayView datagram);

    FewSenders m_senders;
    SteadyRate m_rate{perSecond};
};
