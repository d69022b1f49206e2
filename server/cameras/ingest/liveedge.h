// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/breakingstream.h"

#include <QByteArray>
#include <QIODevice>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

class LiveEdgeStream;

/// How far a camera is recorded. A player waits for a point to be reached: see draft-pantos-hls-rfc8216bis, 6.2.5.2.
struct LivePoint
{
    qint64 sequence = 0; ///< of a segment
    std::optional<int> part = {}; ///< index of a part of it; nothing: all of the segment

    bool operator==(const LivePoint &) const = default;
};

/// Holds the requests of players that wait for the next part of a camera. A waiting request is an open stream without
/// data: it occupies no thread, and ends like any other stream as soon as its client may no longer watch.
///
/// Thread: one thread records; any thread waits.
class LiveEdge : public std::enable_shared_from_this<LiveEdge>
{
public:
    /// The most requests that one client may let wait at a camera. Viewers behind one address share a client.
    static constexpr int mostWaiting = 256;

    /// What a request waits for, and what it gets.
    struct Wish
    {
        LivePoint point;
        QByteArray client; ///< whoever has a limit of its own
        std::chrono::milliseconds most{}; ///< the request is answered after this time in any case
        /// Makes the body on the reader's thread. `part` is the part that was waited for; empty: it was there before,
        /// or did not come in time. An empty body resets the client's connection.
        std::function<QByteArray(const QByteArray &part)> answer;
        /// The edition of the part that is waited for by its name. If another edition begins, the request is answered,
        /// because the part will never exist.
        std::optional<quint64> edition = {};
    };

    /// Returns whether the point is reached.
    bool isReached(const LivePoint &point) const;
    /// Returns the next part.
    LivePoint next() const;
    /// Returns whether players may wait for the point. They may not ask for more than the next two segments.
    bool isNear(const LivePoint &point) const;
    /// Returns a stream with the answer, which begins once the point is reached. Returns null if the client has too
    /// many waiting requests.
    std::shared_ptr<QIODevice> wait(Wish wish);

    /// States how far the camera is recorded: `parts` of the segment `sequence` are complete, and all segments before.
    /// `newest` are the bytes of the newest part, which is the part `index` of the segment `of`.
    void reached(qint64 sequence, int parts, const LivePoint &newest, const QByteArray &bytes);
    /// Begins another edition of the segment that is being recorded, of which no part is complete.
    void renew(quint64 edition);
    /// Returns the edition of the next part.
    quint64 edition() const;
    /// Ends all streams. Streams that wait() returns afterwards end at once.
    void end();

private:
    friend class LiveEdgeStream;
    bool hasReached(const LivePoint &point) const;
    void leave(LiveEdgeStream *stream);

    mutable std::mutex m_mutex;
    std::vector<LiveEdgeStream *> m_waiting;
    quint64 m_edition = 0;
    qint64 m_sequence = 0;
    int m_parts = 0;
    int m_lastParts = 0; ///< of the segment before m_sequence
    bool m_ended = false;
};

/// One waiting request.
class LiveEdgeStream : public QIODevice, public BreakingStream
{
    Q_OBJECT

public:
    LiveEdgeStream(std::shared_ptr<LiveEdge> edge, LiveEdge::Wish wish);
    ~LiveEdgeStream() override;

    const LiveEdge::Wish &wish() const { return m_wish; }
    /// Sends the answer. `part` is the part that was waited for.
    ///
    /// Thread: any.
    void finish(const QByteArray &part);

    bool isSequential() const override { return true; }
    bool isIncomplete() const override { return !m_hasBody || !m_body.isEmpty(); }
    qint64 bytesAvailable() const override { return m_body.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void deliver(const QByteArray &part);

    const std::shared_ptr<LiveEdge> m_edge;
    const LiveEdge::Wish m_wish;
    std::unique_ptr<QTimer> m_limit; ///< made by the first read, on the reader's thread
    QByteArray m_body; ///< what is left of it
    bool m_delivered = false;
    bool m_hasBody = false;
};
