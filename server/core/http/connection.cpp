// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/connection.h"

#include "server/core/http/qthttpserver.h"
#include "server/core/http/requesthead.h"

#include <QLoggingCategory>
#include <QTcpSocket>

#include <sys/socket.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.http", QtInfoMsg)

constexpr auto drainTime = std::chrono::seconds(2);
}

Connection::Connection(QTcpSocket *socket, const Router &router, Executor executor, const HttpLimits &limits,
                       std::shared_ptr<Postbox> home)
    : QObject(socket)
    , m_socket(socket)
    , m_router(router)
    , m_executor(std::move(executor))
    , m_limits(limits)
    , m_home(std::move(home))
    , m_framer(limits.framing)
    , m_standing(router)
    , m_reader(socket, limits.readerPause)
    , m_held(limits.bodies, limits.beside)
{
    m_framer.setBodySink({[this](const RequestHead &head) { return wantsBody(head); },
                          [this](QByteArrayView bytes) { return spool(bytes); }});
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Connection::timedOut);
    connect(&m_standing, &StandingWatch::ended, this, [this] {
        if (m_writer)
            m_writer->cut();
    });
    m_roomTimer.setSingleShot(true);
    connect(&m_roomTimer, &QTimer::timeout, this, &Connection::waitForRoom);
    m_paceTimer.setInterval(limits.paceInterval);
    m_paceTimer.setTimerType(Qt::CoarseTimer);
    connect(&m_paceTimer, &QTimer::timeout, this, &Connection::look);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::guard);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::keepPart);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::beginNext);
    watch();
}

/// Checks new bytes before Qt's parser reads them. Qt reads what has arrived, up to the end of the current request. It
/// leaves further pipelined requests in the socket and announces them again.
void Connection::guard()
{
    if (m_refused || m_shutDown || isWaiting())
        return;
    const QByteArray pending = m_takesAll ? m_socket->readAll() : m_socket->peek(m_socket->bytesAvailable());
    const QByteArrayView fresh = QByteArrayView(pending).sliced(std::min<qsizetype>(m_unread, pending.size()));
    FramingError error = m_framer.feed(fresh);
    m_seen += fresh.size();
    if (!error.status)
        error = takeHeads();
    for (const qint64 end : m_framer.takeEnds()) {
        m_ends.enqueue(end);
        m_sizes.enqueue(end - std::exchange(m_sized, end));
    }
    if (m_refused)
        return;
    if (!error.status)
        error = hold(fresh.size());
    if (error.status) {
        refuse(error);
        return;
    }
    if (m_spooled || m_takesAll) {
        takeOver();
        return;
    }
    // Qt's parser stops at the end of the request that begins the unread bytes, or at the last byte that has arrived.
    m_unread = pending.size();
    const qint64 start = m_seen - m_unread;
    while (!m_ends.isEmpty() && m_ends.head() <= start)
        m_ends.dequeue();
    m_unread = m_ends.isEmpty() ? 0 : m_seen - m_ends.dequeue();
    watch();
}

FramingError Connection::takeHeads()
{
    for (const RequestHead &head : m_framer.takeHeads()) {
        const bool isFirst = m_heads.isEmpty() && m_exchanges.isEmpty();
        m_account = 0;
        m_heads.enqueue(head);
        if (isFirst && m_framer.isInBody() && refusesHead(head))
            return {};
        if (!head.expectsContinue)
            continue;
        if (!isFirst) // the interim answer would stand before, or amid, the answer to an earlier request
            return {417, "expectation_failed", "A pipelined request cannot expect 100-continue."};
        if (m_spooled || !QtHttpServer::writesContinue)
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    return {};
}

void Connection::refuse(const FramingError &error)
{
    refuse([&](const Request &request) {
        Problem problem(error.status, QString::fromLatin1(error.code), QString::fromLatin1(error.detail));
        if (error.status == 503)
            problem.headers.append("Retry-After", "1");
        return m_router.turnDown(problem, request);
    });
}

/// Refuses the rest of the stream, and discards it. Qt's parser gets no more bytes; earlier answers are still sent
/// first.
void Connection::refuse(const std::function<Reply(const Request &)> &answer)
{
    m_refused = true;
    keepPart();
    m_spooled.reset();
    discardInput();
    QtHttpServer::discard(m_socket);
    const RequestHead head = spooledHead();
    Request request = requestOf(head);
    request.peer = m_limits.proxies.client(m_socket->peerAddress(), request.headers);
    Exchange exchange;
    exchange.number = ++m_counter;
    exchange.head.method = head.method;
    exchange.head.close = true;
    exchange.path = request.path;
    exchange.requestId = request.id;
    exchange.since.start();
    exchange.reply = answer(request);
    m_exchanges.enqueue(exchange);
    writeNext();
}

void Connection::received(Request request)
{
    if (m_refused || m_shutDown || m_heads.isEmpty())
        return;
    Exchange exchange;
    exchange.number = ++m_counter;
    exchange.head = m_heads.dequeue();
    exchange.since.start();
    takeHead(exchange.head, request);
    exchange.requestId = request.id;
    exchange.path = request.path;
    if (m_spooled)
        m_spooled->arrived();
    exchange.spooled = std::move(m_spooled);
    exchange.request = std::move(request);
    m_exchanges.append(std::move(exchange));
    if (m_exchanges.size() > m_limits.pipelined)
        m_socket->abort();
    else
        beginNext();
}

/// Begins to answer the next request once the answers before it have left, so that a client that sends many requests
/// and reads nothing makes the server hold one answer.
void Connection::beginNext()
{
    if (m_shutDown || m_writer || m_exchanges.isEmpty() || !m_exchanges.head().request || m_socket->bytesToWrite() > 0)
        return;
    Exchange &exchange = m_exchanges.head();
    Request request = std::move(*exchange.request);
    exchange.request.reset();
    const auto spooled = exchange.spooled; // the connection may be gone before the request has been handled
    m_held.excuse();
    const Router::Way way = m_router.find(request);
    if (auto refusal = turnedAway(request, way)) {
        answer(exchange.number, std::move(*refusal));
        return;
    }
    const auto keepFooting = [&] {
        Footing &footing = exchange.footing.emplace(Footing{request, way});
        footing.request.body.clear();
    };
    if (m_router.runsOn(request, way) == Runs::OnWorker) {
        Reply reply = m_router.handle(request, way);
        if (reply.stream || reply.later)
            keepFooting();
        answer(exchange.number, std::move(reply));
        return;
    }
    keepFooting();
    request.party = m_router.partyOf(request, way);
    // The client, and this object with it, may be gone when the answer arrives.
    m_executor(*way.route(), std::move(request),
               [home = m_home, self = QPointer(this), number = exchange.number, spooled](Reply reply) {
                   home->post([self, number, reply = std::move(reply)]() mutable {
                       if (self)
                           self->answer(number, std::move(reply));
                   });
               });
}

/// Returns the answer to a request that is not for this server, or of an address that sends too many. It is made before
/// the request waits for a pool, so that a flood cannot fill the pool's queue. Sets the address of the client.
std::optional<Reply> Connection::turnedAway(Request &request, const Router::Way &way) const
{
    request.peer = m_limits.proxies.client(request.peer, request.headers);
    if (!m_limits.hosts.accept(request.headers.value("host")))
        return m_router.turnDown(Problem(421, u"misdirected"_s, u"This server does not answer at that name."_s),
                                 request);
    return m_router.admit(request, way);
}

void Connection::answer(quint64 number, Reply reply)
{
    const auto exchange = std::ranges::find(m_exchanges, number, &Exchange::number);
    if (exchange == m_exchanges.end())
        return;
    exchange->later = std::move(reply.later);
    if (exchange->later) {
        exchange->later([home = m_home, self = QPointer(this), number, headers = reply.headers](Reply made) {
            for (const auto &[name, value] : headers)
                made.headers.append(name, value);
            home->post([self, number, made = std::move(made)]() mutable {
                if (self)
                    self->answer(number, std::move(made));
            });
        });
        return;
    }
    exchange->reply = std::move(reply);
    writeNext();
}

void Connection::writeNext()
{
    if (m_writer || m_shutDown || m_exchanges.isEmpty() || !m_exchanges.head().reply) {
        watch();
        return;
    }
    Exchange &exchange = m_exchanges.head();
    qCDebug(log, "%s %s %d %lld ms %s", exchange.head.method.constData(), exchange.path.constData(),
            exchange.reply->status, static_cast<long long>(exchange.since.elapsed()), exchange.requestId.constData());
    AnswerWriter::Framing framing;
    framing.headOnly = exchange.head.method == "HEAD";
    framing.http10 = exchange.head.http10;
    framing.close = exchange.head.close || m_finishing;
    m_writer = new AnswerWriter(m_socket, std::move(*exchange.reply), exchange.requestId, framing, this);
    connect(m_writer, &AnswerWriter::finished, this, &Connection::written);
    if (m_writer->isStreaming() && exchange.footing && exchange.footing->way.route())
        m_standing.begin(std::move(*exchange.footing), m_limits.standing);
    m_reader.begin();
    m_held.expect(0);
    if (m_held.isCounted() || m_writer->holdsRoom())
        m_paceTimer.start();
    m_writer->start(); // may finish at once and delete m_writer
    if (m_finishing && m_writer)
        m_writer->endStream();
    watch();
}

void Connection::written()
{
    m_standing.end();
    const bool close = m_writer->mustClose();
    const bool isBroken = m_writer->isBroken();
    m_writer->deleteLater();
    m_writer = nullptr;
    m_exchanges.dequeue();
    m_reader.end();
    if (!m_sizes.isEmpty())
        m_held.give(m_sizes.dequeue());
    if (isBroken)
        reset();
    else if (close || (m_finishing && m_exchanges.isEmpty() && !m_framer.isInHead()))
        shutDown();
    else
        writeNext();
    beginNext();
}

void Connection::finish()
{
    m_finishing = true;
    if (m_writer && m_writer->isLive())
        m_writer->endStream();
    else if (m_exchanges.isEmpty() && m_framer.isBetweenRequests())
        shutDown();
}

void Connection::discardInput()
{
    QObject::disconnect(m_socket, &QTcpSocket::readyRead, nullptr, nullptr);
    connect(m_socket, &QTcpSocket::readyRead, m_socket, [socket = m_socket] { QtHttpServer::discard(socket); });
}

/// Sends what is pending, ends the stream, and discards input for a moment: a reset would destroy the answer on its
/// way.
void Connection::shutDown()
{
    m_shutDown = true;
    discardInput();
    const auto end = [this] {
        if (m_socket->bytesToWrite() == 0)
            ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
    };
    connect(m_socket, &QTcpSocket::bytesWritten, this, end);
    m_socket->flush();
    end();
    m_timer.start(drainTime);
}

/// Ends the connection by a reset. To a client of HTTP/1.0, any other end is the end of a complete body.
void Connection::reset()
{
    m_shutDown = true;
    const linger discarding{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &discarding, sizeof discarding);
    m_socket->abort();
}

/// Starts the timeout for the connection's state.
void Connection::watch()
{
    if (m_shutDown)
        return;
    const bool isWriting = m_spooled && m_spooled->state() == SpooledBody::State::Writing;
    if (!m_exchanges.isEmpty() || isWriting || isWaiting())
        m_timer.stop(); // the server must act, and ReaderWatch drops a client that does not read
    else if (m_framer.isInHead()) {
        if (!m_timer.isActive() || m_timer.intervalAsDuration() != m_limits.headTime)
            m_timer.start(m_limits.headTime); // for the whole head, however slowly it arrives
    } else
        m_timer.start(m_framer.isBetweenRequests() ? m_limits.idleTime : m_limits.bodyPause);
}

void Connection::timedOut()
{
    if (m_shutDown)
        m_socket->abort();
    else if (m_framer.isBetweenRequests())
        shutDown();
    else
        refuse({408, "request_timeout", "The request did not arrive in time."});
}
