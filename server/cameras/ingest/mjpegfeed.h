// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QIODevice>

#include <memory>
#include <mutex>
#include <vector>

class MjpegStream;

/// Distributes the pictures of one camera to the viewers of its MJPEG stream.
///
/// Thread: the ingest thread calls show(); any thread calls watch().
class MjpegFeed : public std::enable_shared_from_this<MjpegFeed>
{
public:
    /// Returns the stream of a new viewer. It starts with the latest picture, if any. Pictures are skipped if the
    /// viewer does not keep up.
    std::shared_ptr<QIODevice> watch();
    /// Returns true if there are viewers.
    bool isWatched() const;
    /// Sends a picture to the viewers. `time` is its capture time, which is sent in the field `X-Timestamp`.
    void show(const QByteArray &jpeg, const QDateTime &time);
    /// Ends all streams, because no pictures arrive any more. Viewers may come again.
    void lose();
    /// Ends all streams. Streams that watch() returns afterwards end at once.
    void end();

private:
    friend class MjpegStream;
    void leave(MjpegStream *stream);

    mutable std::mutex m_mutex;
    std::vector<MjpegStream *> m_streams;
    QByteArray m_latest;
    bool m_ended = false;
};

/// The stream of one viewer, as `multipart/x-mixed-replace; boundary=frame`. The stream holds only the part that is
/// being read and the newest part.
class MjpegStream : public QIODevice
{
    Q_OBJECT

public:
    explicit MjpegStream(std::shared_ptr<MjpegFeed> feed);
    ~MjpegStream() override;

    /// Makes `part` the next part that is read. A part that waits is dropped.
    ///
    /// Thread: any.
    void offer(const QByteArray &part);
    /// Ends the stream.
    ///
    /// Thread: any.
    void finish();

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void announce();

    const std::shared_ptr<MjpegFeed> m_feed;
    mutable std::mutex m_mutex;
    QByteArray m_current;
    qsizetype m_position = 0; ///< in m_current
    QByteArray m_newest;
    bool m_announced = false; ///< a queued call will emit readyRead()
};
