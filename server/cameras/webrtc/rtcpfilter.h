// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/webrtc/fewsenders.h"
#include "server/cameras/webrtc/resendlimit.h"

#include <QByteArray>
#include <QByteArrayView>

/// Keeps of a viewer's reports (RTCP, RFC 3550) what the server makes use of. GStreamer acts on everything that it
/// reads, and a request of RFC 6051 alone deadlocks its version 1.22.
///
/// These remain: reports on what has arrived of the pictures and of the sound, requests to send lost pictures again
/// (RFC 4585, 6.2.1), as far as they are not too many, and the loss of a whole picture (6.3.1). Each must be of one of
/// the viewer's first senders.
class RtcpFilter
{
public:
    static constexpr quint32 pictures = 0x57617901; ///< SSRC of what the server sends; each session has the same
    static constexpr quint32 sound = 0x57617902;

    /// Returns what remains of a packet, which may be empty. Of a packet that is damaged, what precedes the damage may
    /// remain. `now` must not go back.
    QByteArray filtered(QByteArrayView packet, ResendLimit::Clock::time_point now);

private:
    static QByteArray receptionReport(QByteArrayView part, int blocks);
    QByteArray resendRequest(QByteArrayView part, ResendLimit::Clock::time_point now);

    FewSenders m_senders;
    ResendLimit m_resends;
};
