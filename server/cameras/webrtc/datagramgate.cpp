// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/datagramgate.h"

#include <QtEndian>

namespace {
constexpr int firstOfHandshake = 20; ///< types of DTLS records (RFC 7983)
constexpr int lastOfHandshake = 63;
constexpr qsizetype readableBytes = 8; ///< of a report
}

bool DatagramGate::admits(QByteArrayView datagram, Clock::time_point now)
{
    if (datagram.isEmpty() || datagram.size() > mostBytes)
        return false;
    const int first = quint8(datagram.front());
    const bool isHandshake = first >= firstOfHandshake && first <= lastOfHandshake;
    return (isHandshake || isReport(datagram)) && m_rate.admits(now);
}

/// The types are those of which GStreamer takes the first sender for that of the datagram (RFC 3550, 12.1; RFC 4585,
/// 6): in others, it looks for a sender behind the readable bytes.
bool DatagramGate::isReport(QByteArrayView datagram)
{
    if (datagram.size() < readableBytes || quint8(datagram[0]) >> 6 != 2)
        return false;
    const int type = quint8(datagram[1]);
    const bool isKnown = type == 200 || type == 201 || type == 205 || type == 206;
    return isKnown && m_senders.admit(qFromBigEndian<quint32>(datagram.data() + 4));
}
