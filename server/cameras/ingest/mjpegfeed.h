// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QIODevice>

#include <memory>
#include <mutex>
#include <vector>

class MjpegStream;

/// The pictures of one camera on their way to those who watch it as MJPEG. The ingest thread shows, any may watch.
class MjpegFeed : public std::enable_shared_from_this<MjpegFeed>
{
public:
    /// A new viewer: gets a picture at once if there is one, and each newer one while it keeps up.
    std::shared_ptr<QIODevice> watch();
    bool isWatched() const;
    void show(const QByteArray &jpeg, const QDateTime &time);
    /// Ends every stream, and those that come later at once.
    void end();

private:
    friend class MjpegStream;
    void leave(MjpegStream *stream);

    mutable std::mutex m_mutex;
    std::vector<MjpegStream *> m_streams;
    QByteArray m_latest;
    bool m_ended = false;
};

/// One viewer's stream: `multipart/x-mixed-replace; boundary=frame`. Holds the part that is being read and the newest
/// one, never more.
class MjpegStream : public QIODevice
{
    Q_OBJECT

public:
    explicit MjpegStream(std::shared_ptr<MjpegFeed> feed);
    ~MjpegStream() override;

    /// From the ingest thread.
    void offer(const QByteArray &part);
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
    bool m_announced = false; ///< a readyRead is on its way
};
