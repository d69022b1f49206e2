// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/packetfeed.h"
#include "server/cameras/webrtc/endingthread.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

class SessionOffer;
struct MediaPlace;

/// The connection to one viewer: a pipeline of GStreamer that wraps packets for WebRTC, and does not transcode them.
class ViewerPipeline
{
public:
    /// Called on threads of GStreamer. The functions must not block.
    struct Events
    {
        std::function<void()> connected; ///< the viewer has proven to be the one that made the offer
        std::function<void()> ended; ///< the viewer has gone, or GStreamer has failed
    };

    /// Makes the pipeline and answers the offer. Blocks for some tens of milliseconds. `kept` exists as long as the
    /// pipeline has threads and memory, which may be longer than this object.
    ///
    /// Throws: 503 `webrtc_unavailable` if GStreamer lacks an element or finds no free port; 422 `offer_not_supported`
    /// if GStreamer does not accept the offer.
    ViewerPipeline(const SessionOffer &offer, CodedFormat::Sound sound, const MediaPlace &place, Events events,
                   std::shared_ptr<void> kept = {});
    /// Ends the connection: nothing more is sent, and no event is called any more. GStreamer ends its threads
    /// afterwards, for which this function does not wait: an error in GStreamer might block it for ever.
    ~ViewerPipeline();
    Q_DISABLE_COPY_MOVE(ViewerPipeline)

    /// Returns the answer with all candidates.
    const QByteArray &answer() const;
    /// Sends a packet. Packets before the first key frame are dropped. If the connection does not keep up, packets are
    /// dropped until the next key frame. Does not block.
    ///
    /// Thread: any, one at a time.
    void send(const CodedPacket &packet);
    /// Returns when the viewer was last heard.
    ///
    /// Thread: any.
    std::chrono::steady_clock::time_point heard() const;

private:
    class Private;
    EndingThread m_ending;
    std::shared_ptr<void> m_kept;
    std::unique_ptr<Private> d;
};
