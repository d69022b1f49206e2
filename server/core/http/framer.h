// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

#include <QByteArray>
#include <QList>

#include <functional>

/// The part of a request's head that determines how the request is framed.
struct RequestHead
{
    QByteArray method;
    QByteArray target;
    bool http10 = false;
    bool close = false; ///< the connection closes after the answer
    bool chunked = false;
    bool expectsContinue = false;
    qint64 contentLength = 0;
    Headers fields; ///< all, if the body is taken out of the stream; otherwise those that tell who calls
};

/// The reason why a connection cannot continue.
struct FramingError
{
    int status = 0; ///< 0: no error
    const char *code = "";
    const char *detail = "";
};

/// Follows a stream of HTTP/1.1 requests (RFC 9112) byte by byte, and strictly: a request whose end two readers could
/// place differently is refused. The framer holds at most one head in memory and does no input or output.
class HttpFramer
{
public:
    struct Limits
    {
        qsizetype requestLine = 8 * 1024;
        qsizetype headers = 32 * 1024;
        int fields = 100;
        /// Returns the largest body in bytes that the request may have. Called before the body is read.
        std::function<qint64(const RequestHead &)> maxBody = [](const RequestHead &) { return qint64(1 << 20); };
        qint64 inMemory = 1 << 20; ///< bytes of a body that stays in the stream
    };
    /// Takes large bodies out of the stream, and those whose length is not known: they are not for Qt's parser, which
    /// collects a body in memory. A request with such a body is the last of its connection.
    struct BodySink
    {
        std::function<bool(const RequestHead &)> wants; ///< whether it takes the body of this request
        std::function<FramingError(QByteArrayView)> take; ///< its next bytes, without the framing of chunks
    };

    explicit HttpFramer(Limits limits)
        : m_limits(std::move(limits))
    {
    }

    void setBodySink(BodySink sink) { m_sink = std::move(sink); }
    /// Takes the next bytes. Takes no more after an error, or after a request that ends the connection.
    FramingError feed(QByteArrayView bytes);

    /// Returns the heads that have been completed since the last call.
    QList<RequestHead> takeHeads() { return std::exchange(m_heads, {}); }
    /// Returns the positions in the stream, counted from its start, at which requests have ended since the last call.
    QList<qint64> takeEnds() { return std::exchange(m_ends, {}); }

    /// Returns what is known of the request that the last bytes belong to, for example the target and ID of a refused
    /// request.
    const RequestHead &current() const { return m_head; }

    bool isBetweenRequests() const { return m_state == State::RequestLine && m_line.isEmpty(); }
    bool isInHead() const { return !isBetweenRequests() && (m_state == State::RequestLine || m_state == State::Field); }
    /// Returns whether a head is complete and its body is not.
    bool isInBody() const { return !isBetweenRequests() && !isInHead() && !isDone() && m_state != State::Failed; }
    /// Returns whether the last request of the connection has been read.
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
    BodySink m_sink;
    bool m_isTaken = false; ///< the body goes to the sink
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
