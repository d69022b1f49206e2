// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/answerwriter.h"
#include "server/core/http/framer.h"
#include "server/core/http/router.h"
#include "server/core/http/trustedproxies.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QQueue>
#include <QTimer>

#include <chrono>
#include <memory>
#include <mutex>

/// Hands work to an event loop from other threads, for as long as there is one: afterwards it is dropped.
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

/// Runs a request elsewhere and calls back, on any thread, with the answer.
using Executor = std::function<void(Runs, Request, std::function<void(Reply)>)>;

struct HttpLimits
{
    HttpFramer::Limits framing = {};
    std::chrono::milliseconds headTime = std::chrono::seconds(10); ///< from a head's first byte to its last
    std::chrono::milliseconds bodyPause = std::chrono::seconds(20); ///< without a byte, in the midst of a body
    std::chrono::milliseconds idleTime = std::chrono::seconds(60); ///< between requests
    int connections = 4000; ///< at once, a worker
    int connectionsPerAddress = 1000; ///< but for trusted proxies, which speak for many
    int pipelined = 64; ///< requests that wait for their answer, a connection
    TrustedProxies proxies = {};
};

/// One client's connection: guards Qt HttpServer's parser from what it would misread, and gives the answers out in the
/// order of the requests, whenever each is ready. A child of its socket.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Must be made before anybody else connects to the socket's readyRead(), so that it sees the bytes first.
    /// Answers from other threads come by way of `home`.
    Connection(QTcpSocket *socket, const Router &router, Executor executor, const HttpLimits &limits,
               std::shared_ptr<Postbox> home);

    /// A whole request, as Qt HttpServer has parsed it.
    void received(Request request);
    /// No new requests: what runs is answered, then the connection ends.
    void finish();

private:
    struct Exchange
    {
        quint64 number = 0;
        RequestHead head;
        QByteArray requestId;
        QByteArray path;
        QElapsedTimer since;
        std::optional<Reply> reply;
    };

    void guard();
    void refuse(const FramingError &error);
    void takeHeads();
    void answer(quint64 number, Reply reply);
    void writeNext();
    void written();
    void shutDown();
    void watch();
    void timedOut();

    QTcpSocket *m_socket;
    const Router &m_router;
    Executor m_executor;
    HttpLimits m_limits;
    std::shared_ptr<Postbox> m_home;
    HttpFramer m_framer;
    QTimer m_timer;
    QQueue<RequestHead> m_heads; ///< framed, and not yet parsed by Qt
    QQueue<Exchange> m_exchanges; ///< parsed, and not yet answered
    AnswerWriter *m_writer = nullptr;
    qint64 m_unread = 0; ///< bytes that the framer has seen and Qt's parser has not
    qint64 m_seen = 0;
    QQueue<qint64> m_ends;
    quint64 m_counter = 0;
    bool m_refused = false; ///< the framer found the stream broken
    bool m_finishing = false;
    bool m_shutDown = false;
};
