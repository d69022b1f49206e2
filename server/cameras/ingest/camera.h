// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/framesink.h"
#include "server/cameras/ingest/latestpicture.h"
#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/mjpegfeed.h"
#include "server/cameras/ingest/segmentring.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>

/// One camera, taken in on a thread of its own from construction until stop(): connected, read, and connected again
/// with growing pauses when that fails.
class Camera
{
public:
    /// Told on the camera's thread.
    struct Observer
    {
        std::function<void(CameraState, const QString &reason, const QDateTime &since)> stateChanged;
        std::function<void(const StreamAttributes &)> probed;
        std::function<void(const SegmentNumbers &next)> numbered; ///< for each initialization section
    };

    Camera(CameraSource source, const MediaSettings &settings, FrameSinkFactory makeSink, Observer observer);
    /// As stop().
    ~Camera();

    const CameraSource &source() const { return m_source; }
    const SegmentRing &ring() const { return m_ring; }
    /// Returns what the live playlist shows.
    SegmentRing::Live live() { return m_ring.live(); }
    LiveStanding standing() const { return m_standing; }
    std::optional<Preview> snapshot() const { return m_latest.snapshot(); }
    /// Returns the stream of a new viewer, or null while no pictures arrive.
    std::shared_ptr<QIODevice> watch() { return m_standing == LiveStanding::NotReady ? nullptr : m_feed->watch(); }

    /// Lets the thread end, without waiting for it.
    void requestStop() { m_thread.request_stop(); }
    /// Ends the thread and the live streams.
    void stop();

private:
    class Session;

    void run(const std::stop_token &stop);
    void setState(CameraState state, const QString &reason);
    void sleep(std::chrono::microseconds time, const std::stop_token &stop);

    const CameraSource m_source;
    const MediaSettings m_settings;
    const FrameSinkFactory m_makeSink;
    const Observer m_observer;
    SegmentRing m_ring;
    LatestPicture m_latest;
    std::atomic<LiveStanding> m_standing = LiveStanding::NotReady;
    std::shared_ptr<MjpegFeed> m_feed = std::make_shared<MjpegFeed>();
    std::optional<CameraState> m_state; ///< of the camera's thread
    QString m_reason;
    std::mutex m_sleepMutex;
    std::condition_variable_any m_wakeUp;
    std::jthread m_thread; ///< the last member: it uses the others
};
