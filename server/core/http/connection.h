// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/bytebudget.h"
#include "server/core/http/answerwriter.h"
#include "server/core/http/framer.h"
#include "server/core/http/hostnames.h"
#include "server/core/http/readerwatch.h"
#include "server/core/http/router.h"
#include "server/core/http/spooledbody.h"
#include "server/core/http/standingwatch.h"
#include "server/core/http/trustedproxies.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QQueue>
#include <QTimer>

#include <chrono>
#include <memory>
#include <mutex>

/// Posts work to an event loop from other threads. Work that is posted after close() is dropped.
/// Thread: any.
class Postbox
{
public:
    explicit Postbox(QObject *target)
        : m_target(target)
    {
    }
    void post(std::function<void()> work);
    void close();

private:
    std::mutex m_lock;
    QObject *m_target;
};

/// Runs a request on another thread, in turns with those of other parties, and calls back with the answer, on any
/// thread. The route is that of the request.
using Executor = std::function<void(const Route &, Request, std::function<void(Reply)>)>;

struct HttpLimits
{
    HttpFramer::Limits framing = {};
    std::chrono::milliseconds headTime = std::chrono::seconds(10); ///< from the first byte of a head to its last
    std::chrono::milliseconds bodyPause = std::chrono::seconds(20); ///< between two bytes of a body
    std::chrono::milliseconds idleTime = std::chrono::seconds(60); ///< between requests
    std::chrono::milliseconds readerPause = std::chrono::seconds(30); ///< in which a client reads nothing
    qint64 leastRate = 1024; ///< bytes per second of a body, on average, after the first `bodyPause`
    /// The bytes of requests that have arrived and have not been answered, of all connections that share the object.
    std::shared_ptr<ByteBudget> bodies = std::make_shared<ByteBudget>(mostBodyBytes, mostBodyBytes / 2);
    qint64 beside = 16 * 1024; ///< bytes that each connection may hold beside that
    BodySpool spool = {}; ///< for larger bodies
    std::chrono::milliseconds roomPause = std::chrono::seconds(60); ///< in which a body waits for room in the spool
    std::chrono::milliseconds paceInterval = std::chrono::seconds(1); ///< between two looks for clients that are slow
    qint64 part = 16 << 20; ///< bytes of a resumable upload that are handled at once
    int connections = 4000; ///< at once, per worker
    int connectionsPerAddress = 1000; ///< or /64 network, at once, per worker, except for trusted proxies
    std::chrono::milliseconds standing = std::chrono::milliseconds(500); ///< between two looks at what answers stand on
    int pipelined = 64; ///< requests that wait for their answers, per connection
    TrustedProxies proxies = {};
    HostNames hosts = {};
};

/// A client's connection. It takes large bodies, which go to disk, and keeps input that Qt HttpServer's parser would
/// misread away from it, and sends the answers in the order of the requests, whenever each is ready. The connection is
/// a child of its socket.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Must be created before any other object connects to the socket's readyRead(), so that it sees the bytes first.
    /// Answers from other threads arrive through `home`.
    Connection(QTcpSocket *socket, const Router &router, Executor executor, const HttpLimits &limits,
               std::shared_ptr<Postbox> home);

    /// Returns whether the body is a part of a resumable upload (tus 1.0) that may be handled in smaller ones. A part
    /// with a checksum is accepted or refused as a whole.
    static bool isDivisible(const RequestHead &head);
    /// Takes a complete request from Qt HttpServer's parser.
    void received(Request request);
    /// Accepts no more requests, answers the running ones, and closes the connection.
    void finish();

private:
    struct Exchange
    {
        quint64 number = 0;
        RequestHead head;
        QByteArray requestId;
        QByteArray path;
        QElapsedTimer since;
        std::shared_ptr<SpooledBody> spooled; ///< holds the body of the request, if it is large
        std::optional<Request> request; ///< waits until the answers before it have left
        std::optional<Reply> reply;
        decltype(Reply::later) later; ///< makes the answer, as long as it exists
        std::optional<Footing> footing; ///< of an answer that may be a stream
    };

    /// A PATCH of a resumable upload (tus 1.0), which the connection divides as a client with smaller chunks would.
    /// Neither the spool nor a lost connection costs more than one of them.
    struct Division
    {
        Request head; ///< with the `Upload-Offset` of the part that is arriving
        bool isHandling = false; ///< a part is being handled, so that the next one waits
        qint64 handled = 0; ///< bytes of the parts before the one that is arriving
    };

    void guard();
    FramingError hold(qint64 bytes);
    ByteHolder holder(const RequestHead &head) const;
    bool wantsBody(const RequestHead &head);
    void beginSpool(const RequestHead &head);
    const RequestHead &spooledHead() const; ///< of the body that is spooled
    bool needsRoom() const;
    bool takesRoom();
    void waitForRoom();
    bool isWaiting() const; ///< for room, for the disk, or for a part of an upload
    void look();
    FramingError spool(QByteArrayView bytes);
    void spoolProgressed();
    static FramingError noSpace();
    void takeOver();
    void handlePart();
    void partHandled(qint64 bytes, Reply reply);
    void keepPart(); ///< of an upload that breaks off
    void refuse(const FramingError &error);
    void refuse(const std::function<Reply(const Request &)> &answer);
    void discardInput(); ///< from now on
    bool refusesHead(const RequestHead &head);
    void beginNext();
    std::optional<Reply> turnedAway(Request &request, const Router::Way &way) const;
    FramingError takeHeads();
    void answer(quint64 number, Reply reply);
    void writeNext();
    void written();
    void shutDown();
    void reset();
    void watch();
    void timedOut();

    QTcpSocket *m_socket;
    const Router &m_router;
    Executor m_executor;
    HttpLimits m_limits;
    std::shared_ptr<Postbox> m_home;
    HttpFramer m_framer;
    QTimer m_timer;
    StandingWatch m_standing; ///< of the answer that is being sent
    QQueue<RequestHead> m_heads; ///< framed, but not yet parsed by Qt
    QQueue<Exchange> m_exchanges; ///< parsed, but not yet answered
    AnswerWriter *m_writer = nullptr;
    ReaderWatch m_reader;
    BudgetShare m_held; ///< the bytes of requests that are not answered
    QQueue<qint64> m_sizes; ///< of the requests that have arrived and are not answered, in bytes
    qint64 m_sized = 0; ///< the end of the last of them in the stream
    std::shared_ptr<SpooledBody> m_spooled; ///< the body that is arriving, if it is large
    std::shared_ptr<std::function<void()>> m_whenWritten; ///< instead of spoolProgressed(); mostly empty
    std::optional<Division> m_division; ///< of that body
    QTimer m_roomTimer; ///< until the next look for room in the spool
    QTimer m_paceTimer; ///< runs as long as the client holds a part of a budget
    quint64 m_account = 0; ///< the hash of the caller's account, if the head of the request tells it
    QElapsedTimer m_waitingSince; ///< for room in the spool
    bool m_takesAll = false; ///< Qt's parser gets no more of this connection
    QElapsedTimer m_bodySince; ///< since the first byte of the body that is arriving
    qint64 m_bodySize = 0; ///< what has arrived of it
    qint64 m_unread = 0; ///< bytes that the framer has seen but Qt's parser has not
    qint64 m_seen = 0;
    QQueue<qint64> m_ends;
    quint64 m_counter = 0;
    bool m_refused = false; ///< the framer has refused the stream
    bool m_finishing = false;
    bool m_shutDown = false;
};
