// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/webrtc/datagramgate.h"
#include "server/cameras/webrtc/rtcpfilter.h"

#include <atomic>
#include <chrono>

typedef struct _GstBin GstBin;
typedef struct _GstBuffer GstBuffer;

/// Decides what passes between the network and GStreamer: of a viewer's packets, only what the server makes use of, and
/// nothing in either direction once the session is cut.
class PipelineGuard
{
public:
    using Clock = std::chrono::steady_clock;

    /// Guards the transports of a webrtcbin, which must have its local description. Packets must not pass it any more
    /// when this object is destroyed. Returns false if the bin is not made of the expected parts, and so is unguarded.
    bool guard(GstBin *webrtc);
    /// Lets nothing pass any more.
    ///
    /// Thread: any.
    void cut() { m_isCut = true; }

    /// Returns when a report was last received that only the viewer can have sent.
    ///
    /// Thread: any.
    Clock::time_point heard() const { return Clock::time_point(Clock::duration(m_heard)); }
    void hear() { m_heard = Clock::now().time_since_epoch().count(); }

    // What passes of a packet, or null. Each function takes the packet over. For the parts of the bin.
    GstBuffer *ofSecret(GstBuffer *datagram);
    GstBuffer *ofReport(GstBuffer *report);
    GstBuffer *ofMedia(GstBuffer *packet);
    GstBuffer *toSend(GstBuffer *datagram);

private:
    std::atomic_bool m_isCut = false;
    std::atomic<Clock::rep> m_heard = Clock::now().time_since_epoch().count();
    DatagramGate m_gate; ///< used by the thread of the network
    RtcpFilter m_reports; ///< used by the thread of the reports
};
