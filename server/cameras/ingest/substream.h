// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/connectpool.h"
#include "server/cameras/ingest/framesink.h"
#include "server/cameras/ingest/latestpicture.h"
#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/mjpegfeed.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

class StreamInput;

/// A sink that two connections of a camera use: one call at a time, and with times that never decrease. Pictures that
/// are older than the last one are dropped.
class SharedSink : public FrameSink
{
public:
    explicit SharedSink(std::unique_ptr<FrameSink> sink)
        : m_sink(std::move(sink))
    {
    }

    void frame(const Picture &picture) override;
    void lost() override;
    void timeSetBack() override;
    void seen(const QDateTime &time) override;
    bool wanted() const override;
    bool keyFramesSuffice() const override;
    QSize pictureSize() const override;
    QDateTime neededFrom() const override;

private:
    const std::unique_ptr<FrameSink> m_sink;
    mutable std::mutex m_mutex;
    QDateTime m_last; ///< time of the last picture
};

/// The second stream of a camera, of a smaller size, for vision and walls. It is not recorded. While it is live, the
/// pictures of the first stream need not be decoded. Reads the stream from construction until stop(), and connects
/// again after a failure.
class SubStream
{
public:
    /// Where pictures go.
    struct Targets
    {
        FrameSink *sink; ///< may be null
        MjpegFeed &feed;
        std::function<void()> lost; ///< called when no more pictures arrive, on a thread of this object
    };

    /// `source.url` is the address of the stream. The arguments must outlive this object.
    SubStream(CameraSource source, const MediaSettings &settings, Targets targets, ConnectPool &pool);
    /// Calls stop().
    ~SubStream();
    Q_DISABLE_COPY_MOVE(SubStream)

    /// Returns true while pictures arrive.
    ///
    /// Thread: any.
    const std::atomic<bool> &isLive() const { return m_live; }
    std::optional<Preview> snapshot() const { return m_latest.snapshot(); }
    /// Requests the end of the connection. Does not wait for it.
    void requestStop() { m_stop.request_stop(); }
    /// Blocks until the threads of this stream have ended.
    void stop();

private:
    void schedule();
    void connect(std::chrono::milliseconds most);
    void read(std::unique_ptr<StreamInput> input);
    void show(StreamInput &input);

    const CameraSource m_source;
    const MediaSettings &m_settings;
    const Targets m_targets;
    ConnectPool &m_pool;
    LatestPicture m_latest;
    std::atomic<bool> m_live = false;
    std::chrono::milliseconds m_pause; ///< before the next attempt
    std::mutex m_sleepMutex;
    std::condition_variable_any m_wakeUp;
    std::stop_source m_stop;
    std::jthread m_thread; ///< reads the connection; declared last, because it uses the other members
};
