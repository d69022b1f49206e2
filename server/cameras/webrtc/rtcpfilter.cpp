// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/rtcpfilter.h"

#include <QtEndian>

namespace {
// Types of packets and of feedback (RFC 3550, 12.1; RFC 4585, 6).
constexpr int receiverReport = 201;
constexpr int transportFeedback = 205;
constexpr int pictureFeedback = 206;
constexpr int lostPackets = 1;
constexpr int lostPicture = 1;

constexpr qsizetype word = 4;
constexpr qsizetype headerBytes = 2 * word; ///< with the sender
constexpr qsizetype feedbackBytes = headerBytes + word; ///< with the source that the feedback is about
constexpr qsizetype blockBytes = 6 * word;

int byteAt(QByteArrayView bytes, qsizetype at) { return quint8(bytes[at]); }

quint32 wordAt(QByteArrayView bytes, qsizetype at) { return qFromBigEndian<quint32>(bytes.data() + at); }

/// Returns the number of bytes of the first part, by its header.
qsizetype statedSize(QByteArrayView packet) { return (qFromBigEndian<quint16>(packet.data() + 2) + 1) * word; }

QByteArray header(int count, int type, qsizetype size)
{
    QByteArray bytes(word, '\0');
    bytes[0] = char(0x80 | count);
    bytes[1] = char(type);
    qToBigEndian(quint16(size / word - 1), bytes.data() + 2);
    return bytes;
}
}

QByteArray RtcpFilter::filtered(QByteArrayView packet, ResendLimit::Clock::time_point now)
{
    QByteArray kept;
    while (packet.size() >= headerBytes) {
        const qsizetype size = statedSize(packet);
        const bool isPlain = byteAt(packet, 0) >> 5 == 0b100; // version 2, without padding
        if (!isPlain || size > packet.size())
            break;
        const QByteArrayView part = packet.first(size);
        packet = packet.sliced(size);
        if (size < headerBytes || !m_senders.admit(wordAt(part, word)))
            continue;
        const int count = byteAt(part, 0) & 0x1f;
        const int type = byteAt(part, 1);
        if (type == receiverReport)
            kept += receptionReport(part, count);
        else if (size < feedbackBytes || wordAt(part, headerBytes) != pictures)
            continue;
        else if (type == transportFeedback && count == lostPackets)
            kept += resendRequest(part, now);
        else if (type == pictureFeedback && count == lostPicture && size == feedbackBytes)
            kept += part.toByteArray();
    }
    return kept;
}

/// Returns a report with the blocks on what this server sends.
QByteArray RtcpFilter::receptionReport(QByteArrayView part, int blocks)
{
    if (part.size() < headerBytes + blocks * blockBytes)
        return {};
    QByteArray own;
    int count = 0;
    for (qsizetype at = headerBytes; at < headerBytes + blocks * blockBytes; at += blockBytes) {
        if (const quint32 source = wordAt(part, at); source == pictures || source == sound) {
            own += part.sliced(at, blockBytes).toByteArray();
            ++count;
        }
    }
    return header(count, receiverReport, headerBytes + own.size()) + part.sliced(word, word).toByteArray() + own;
}

/// Returns a request for the lost packets that may be sent again, or nothing if there are none.
QByteArray RtcpFilter::resendRequest(QByteArrayView part, ResendLimit::Clock::time_point now)
{
    const QByteArray lost = m_resends.admitted(part.sliced(feedbackBytes), now);
    if (lost.isEmpty())
        return {};
    return header(lostPackets, transportFeedback, feedbackBytes + lost.size())
        + part.sliced(word, feedbackBytes - word).toByteArray() + lost;
}
