// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/cameras/ingest/packetfeed.h"
#include "server/cameras/webrtc/viewerpipeline.h"
#include "server/core/http/standingwatch.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <mutex>

class SessionOffer;
class ViewerPlace;

namespace IdKind {
struct WhepSession
{
    static constexpr char prefix[] = "whep_";
};
}
using WhepSessionId = Id<IdKind::WhepSession>;

/// A viewer that watches one camera by WebRTC. The session ends by itself when the viewer does not connect in time or
/// is not heard any more, when the camera is lost, when another viewer needs the place, and when anything ends that the
/// request for the session stands on.
///
/// Thread: any thread creates it. It belongs to the thread that begin() is called on afterwards.
class WhepSession : public QObject, private PacketViewer
{
    Q_OBJECT

public:
    /// What a session is made of.
    struct Parts
    {
        std::shared_ptr<PacketFeed> feed;
        CodedFormat format; ///< of the feed
        std::shared_ptr<ViewerPlace> place; ///< occupied until GStreamer has ended the session's threads
        Request request; ///< the session stands on it
    };

    /// Throws: like ViewerPipeline.
    WhepSession(const SessionOffer &offer, const MediaPlace &place, Parts parts);
    /// Nothing is sent to the viewer any more. Does not wait for GStreamer.
    ~WhepSession() override;

    const QByteArray &answer() const { return m_pipeline.answer(); }
    /// Begins to watch over the session.
    void begin(const Router &router);

Q_SIGNALS:
    void ended();

private:
    void take(const CodedPacket &packet) override { m_pipeline.send(packet); }
    bool hears() const override { return m_hears; }
    void lost() override { end(); }
    void end();
    void connected();
    void look();

    Parts m_parts;
    const bool m_hears; ///< the viewer can receive the camera's sound
    std::mutex m_lock; ///< held while the session joins the feed
    bool m_closed = false; ///< the session must not join the feed any more
    std::atomic_bool m_connected = false;
    ViewerPipeline m_pipeline;
    std::unique_ptr<StandingWatch> m_standing;
    std::unique_ptr<QTimer> m_clock;
    std::chrono::steady_clock::time_point m_made = std::chrono::steady_clock::now();
};
