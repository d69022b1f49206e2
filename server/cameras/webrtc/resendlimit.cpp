// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/resendlimit.h"

#include <QByteArray>
#include <QtEndian>

namespace {
constexpr qsizetype entryBytes = 4; ///< the number of a packet, and a bit for each of those after it
constexpr int packetsOfEntry = 17;
}

QByteArray ResendLimit::admitted(QByteArrayView lost, Clock::time_point now)
{
    QByteArray kept;
    for (qsizetype at = 0; at + entryBytes <= lost.size(); at += entryBytes) {
        const auto first = qFromBigEndian<quint16>(lost.data() + at);
        const quint32 wanted = quint32(qFromBigEndian<quint16>(lost.data() + at + 2)) << 1 | 1;
        quint32 admitted = 0;
        for (int i = 0; i < packetsOfEntry; ++i) {
            if (wanted & 1U << i && admits(quint16(first + i), now))
                admitted |= 1U << i;
        }
        if (admitted == 0)
            continue;
        int skipped = 0;
        for (; !(admitted & 1); admitted >>= 1)
            ++skipped;
        const auto start = kept.size();
        kept.resize(start + entryBytes);
        qToBigEndian(quint16(first + skipped), kept.data() + start);
        qToBigEndian(quint16(admitted >> 1), kept.data() + start + 2);
    }
    return kept;
}

bool ResendLimit::admits(quint16 number, Clock::time_point now)
{
    Packet &packet = m_packets[number % m_packets.size()];
    if (packet.number != number || now - packet.since > memory)
        packet = {number, 0, now};
    if (packet.resent == times || !m_rate.admits(now))
        return false;
    ++packet.resent;
    return true;
}
