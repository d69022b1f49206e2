// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/connectpool.h"
#include "server/cameras/ingest/framesink.h"
#include "server/cameras/ingest/latestpicture.h"
#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/mjpegfeed.h"
#include "server/cameras/ingest/packetfeed.h"
#include "server/cameras/ingest/ringpicture.h"
#include "server/cameras/ingest/ringqueue.h"
#include "server/cameras/ingest/segmentring.h"
#include "server/cameras/ingest/substream.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>

class StreamInput;

/// Reads one camera from construction until stop(). A camera may have a second stream, whose pictures are shown instead
/// of those of the first as long as they arrive. A thread of the pool connects to the camera, and a thread of this
/// object reads it while the connection holds. After a failure, the camera is connected to again, with growing pauses.
class Camera
{
public:
    /// Functions that receive news about the camera.
    ///
    /// Thread: the one that connects or reads.
    struct Observer
    {
        std::function<void(CameraState, const QString &reason, const QDateTime &since)> stateChanged;
        std::function<void(const StreamAttributes &)> probed;
        std::function<void(const SegmentNumbers &next)> numbered; ///< called for each initialization section
    };

    Camera(CameraSource source, const MediaSettings &settings, FrameSinkFactory makeSink, Observer observer,
           ConnectPool &pool);
    /// Calls stop().
    ~Camera();

    const CameraSource &source() const { return m_source; }
    const SegmentRing &ring() const { return m_ring; }
    SegmentRing &ring() { return m_ring; }
    const RingQueue &queue() const { return m_queue; }
    /// Returns what the live playlist shows.
    SegmentRing::Live live() { return m_ring.live(); }
    LiveStanding standing() const { return m_standing; }
    /// Returns the newest picture of the first stream, or that of the second one while the first is lost. Blocks while
    /// pictures are decoded.
    std::optional<Preview> snapshot();
    /// Ends the ring after a file. `pictures`: forgets the pictures of the file as well.
    void leave(RecordingId file, bool pictures);
    /// Returns the stream of a new viewer, or null while no pictures arrive.
    std::shared_ptr<QIODevice> watch();
    /// Returns the packets of the first stream.
    std::shared_ptr<PacketFeed> packets() const { return m_packets; }

    /// Requests the end of the connection. Does not wait for it.
    void requestStop();
    /// Ends the connection and the live streams. Blocks until the threads of this camera have ended.
    void stop();

private:
    class Session;

    void makeSink();
    bool showsSub() const;
    bool showsNothing() const { return m_standing == LiveStanding::NotReady && !showsSub(); }
    void connect(std::chrono::milliseconds most);
    void read(std::unique_ptr<StreamInput> input);
    bool succeeds(const std::function<void()> &part);
    void scheduleAttempt(ConnectPool::Response last, bool wasCutShort = false);
    void setState(CameraState state, const QString &reason);
    void sleep(std::chrono::microseconds time);

    const CameraSource m_source;
    const MediaSettings m_settings;
    const FrameSinkFactory m_makeSink;
    const Observer m_observer;
    ConnectPool &m_pool;
    SegmentRing m_ring;
    RingQueue m_queue{m_ring};
    LatestPicture m_latest;
    RingPicture m_ringPicture;
    std::atomic<LiveStanding> m_standing = LiveStanding::NotReady;
    std::shared_ptr<MjpegFeed> m_feed = std::make_shared<MjpegFeed>();
    const std::shared_ptr<PacketFeed> m_packets = std::make_shared<PacketFeed>();
    std::atomic<SubStream *> m_sharedSub = nullptr; ///< m_sub, for other threads
    // Used by the thread that connects or reads. There is only one such thread at a time.
    std::unique_ptr<FrameSink> m_sink;
    std::unique_ptr<SubStream> m_sub; ///< null: the camera has one stream
    std::optional<CameraState> m_state;
    QString m_reason;
    double m_frameRate = 0; ///< pictures per second, as last measured; 0: not yet
    std::chrono::milliseconds m_pause; ///< before the next attempt
    std::mutex m_sleepMutex;
    std::condition_variable_any m_wakeUp;
    std::stop_source m_stop;
    std::jthread m_thread; ///< reads the connection; declared last, because it uses the other members
};
