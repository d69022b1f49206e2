// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

/// What a request's head says about how the request is framed.
struct RequestHead
{
    QByteArray method;
    QByteArray target;
    QByteArray requestId; ///< X-Request-Id, as it came
    bool http10 = false;
    bool close = false; ///< the connection ends after the answer
    bool chunked = false;
    bool expectsContinue = false;
    qint64 contentLength = 0;
};

/// Why a connection cannot go on.
struct FramingError
{
    int status = 0; ///< 0: none
    const char *code = "";
    const char *detail = "";
};

/// Follows a stream of HTTP/1.1 requests (RFC 9112) byte by byte, and strictly: where two readers could disagree about
/// where a request ends, it refuses. It holds no more than one head, whatever comes. No input or output: bytes in,
/// verdict out.
class HttpFramer
{
public:
    struct Limits
    {
        qsizetype requestLine = 8 * 1024;
        qsizetype headers = 32 * 1024;
        int fields = 100;
        /// Most bytes of a body, by the head; checked before the body is read.
        std::function<qint64(const RequestHead &)> maxBody = [](const RequestHead &) { return qint64(1 << 20); };
    };

    explicit HttpFramer(Limits limits)
        : m_limits(std::move(limits))
    {
    }

    /// Takes the next bytes. After an error, and after a request that ends the connection, it takes no more.
    FramingError feed(QByteArrayView bytes);

    /// Heads that have become whole since the last call.
    QList<RequestHead> takeHeads() { return std::exchange(m_heads, {}); }
    /// Positions in the stream, from its start, at which requests ended since the last call.
    QList<qint64> takeEnds() { return std::exchange(m_ends, {}); }

    /// What is known so far of the request that the last bytes belong to: of one that is refused, its target and id.
    const RequestHead &current() const { return m_head; }

    bool isBetweenRequests() const { return m_state == State::RequestLine && m_line.isEmpty(); }
    bool isInHead() const { return !isBetweenRequests() && (m_state == State::RequestLine || m_state == State::Field); }
    /// The last request of the connection has been seen.
    bool isDone() const { return m_state == State::Done; }

private:
    enum class State { RequestLine, Field, Body, ChunkSize, ChunkData, ChunkEnd, Trailer, Done, Failed };

    FramingError takeLine(const QByteArray &line);
    FramingError takeRequestLine(const QByteArray &line);
    FramingError takeField(const QByteArray &line);
    FramingError finishHead();
    FramingError takeChunkSize(const QByteArray &line);
    FramingError tooLong() const;
    void finishRequest();

    Limits m_limits;
    State m_state = State::RequestLine;
    QByteArray m_line;
    qsizetype m_headSize = 0;
    int m_fieldCount = 0;
    int m_hosts = 0;
    int m_lengths = 0;
    int m_encodings = 0;
    RequestHead m_head;
    qint64 m_bodyLeft = 0;
    qint64 m_bodySize = 0;
    qint64 m_position = 0;
    QList<RequestHead> m_heads;
    QList<qint64> m_ends;
};
