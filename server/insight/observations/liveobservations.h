// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/watcher.h"

#include <QHash>
#include <QIODevice>
#include <QTimer>

#include <atomic>
#include <mutex>

class LiveFeed;

/// Carries what the analysis sees to the clients that follow a camera. Without clients, it costs nothing.
///
/// Thread: any.
class LiveObservations
{
public:
    /// Sends an observation to the feeds of a camera. What does not change is sent once a second.
    void publish(DeviceId device, const Observation &observation);
    /// Sends the beginning, a change, or the end of a mark.
    void publish(const MarkReport &report);

    /// Returns the number of feeds, and of observations that slow readers did not get.
    int feeds() const { return m_count; }
    qint64 skipped() const { return m_skipped; }

private:
    friend class LiveFeed;

    struct Camera
    {
        QList<LiveFeed *> feeds;
        QByteArray last; ///< without its time
        QDateTime sentAt; ///< of `last`
    };

    void add(DeviceId device, LiveFeed *feed);
    void remove(DeviceId device, LiveFeed *feed);

    std::mutex m_lock;
    QHash<DeviceId, Camera> m_cameras; ///< those with feeds
    std::atomic<int> m_count = 0;
    std::atomic<qint64> m_skipped = 0;
};

/// The server-sent events of one client that follows a camera (WHATWG HTML, 9.2): `observation` with regions, objects,
/// and faces at a time of the video, `mark`, and `skipped` with the number of observations that the client did not get
/// because it reads too slowly. The connection reads the feed as a sequential device.
class LiveFeed : public QIODevice
{
    Q_OBJECT

public:
    /// `live` must outlive the feed. `withMarks`: the client may read marks.
    LiveFeed(LiveObservations &live, DeviceId device, bool withMarks);
    ~LiveFeed() override;

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

    /// A feed holds at most this much for a client. Observations beyond a half are skipped.
    static constexpr qsizetype mostBuffered = 256 << 10; ///< bytes

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    friend class LiveObservations;

    /// Returns false if the client did not get an observation. Thread: any.
    bool offer(const QByteArray &text, bool isMark);
    void append(const QByteArray &text);

    LiveObservations &m_live;
    const DeviceId m_device;
    const bool m_withMarks;
    mutable std::mutex m_lock; ///< guards the next three
    QByteArray m_buffer;
    qint64 m_skipped = 0;
    bool m_isFull = false;
    QTimer m_heartbeat;
};
