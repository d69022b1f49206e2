// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/connection.h"

#include "server/core/http/contentcoding.h"
#include "server/core/http/qthttpserver.h"
#include "server/core/http/requesthead.h"

#include <QTcpSocket>

namespace {
constexpr FramingError busy{503, "busy", "The server holds too many requests. Try again later."};
constexpr FramingError tooSlow{503, "busy", "The request arrives too slowly while others wait. Try again later."};
constexpr std::chrono::milliseconds roomInterval{50}; // it grows, because many may wait
constexpr std::chrono::milliseconds longestRoomInterval{1000};
const QByteArray uploadOffset = "Upload-Offset"; // tus 1.0, 4.1
}

bool Connection::isDivisible(const RequestHead &head)
{
    return head.fields.value("Content-Type").startsWith("application/offset+octet-stream")
        && head.fields.contains(uploadOffset) && !head.fields.contains("Upload-Checksum") && !hasDigest(head.fields)
        && !head.fields.contains("Content-Encoding");
}

/// Refuses a request before its body has arrived, if its caller may not send it. Requests before it must be answered
/// first, so that one of several in a pipeline is checked with its body.
bool Connection::refusesHead(const RequestHead &head)
{
    Request request = requestOf(head);
    request.peer = m_limits.proxies.client(m_socket->peerAddress(), request.headers);
    Router::Foresight foresight = m_router.foresee(request);
    if (!foresight.account.isNull())
        m_account = qHash(foresight.account);
    if (!foresight.refusal)
        return false;
    m_heads.clear();
    refuse([&](const Request &) { return std::move(*foresight.refusal); });
    return true;
}

/// Whether a large body can be taken out of the stream. That of a pipelined request cannot, because Qt's parser has yet
/// to read what is before it: it counts as held in memory.
bool Connection::wantsBody(const RequestHead &head)
{
    if (!m_heads.isEmpty() || !m_exchanges.isEmpty())
        return false;
    m_division.reset();
    if (isDivisible(head))
        m_division.emplace(Division{requestOf(head)});
    beginSpool(head);
    return true;
}

void Connection::beginSpool(const RequestHead &head)
{
    m_whenWritten = std::make_shared<std::function<void()>>();
    qint64 expected = head.chunked ? 0 : head.contentLength;
    if (m_division && expected > 0)
        expected = std::min(expected - m_division->handled, m_limits.part);
    m_spooled = std::make_shared<SpooledBody>(m_limits.spool, expected,
                                              [home = m_home, self = QPointer(this), next = m_whenWritten] {
                                                  home->post([self, next] {
                                                      if (*next)
                                                          std::exchange(*next, nullptr)();
                                                      else if (self)
                                                          self->spoolProgressed();
                                                  });
                                              });
    m_bodySize = 0;
    m_paceTimer.start();
}

const RequestHead &Connection::spooledHead() const
{
    // The framer has done with the head once the body is complete.
    return m_framer.isDone() && !m_heads.isEmpty() ? m_heads.head() : m_framer.current();
}

bool Connection::needsRoom() const { return m_spooled && !m_spooled->hasRoom(!m_framer.isDone()); }

/// Takes room for the next bytes of a large body. If there is none, the client waits: no more is read of it.
bool Connection::takesRoom()
{
    if (!needsRoom() || m_spooled->takeRoom(!m_framer.isDone(), holder(spooledHead())))
        return true;
    m_waitingSince.start();
    m_roomTimer.start(roomInterval);
    return false;
}

void Connection::waitForRoom()
{
    if (!m_spooled || m_refused)
        return;
    if (m_spooled->takeRoom(!m_framer.isDone(), holder(spooledHead())))
        guard();
    else if (std::chrono::milliseconds(m_waitingSince.elapsed()) > m_limits.roomPause)
        refuse(busy);
    else
        m_roomTimer.start(std::min(2 * m_roomTimer.intervalAsDuration(), longestRoomInterval));
}

bool Connection::isWaiting() const
{
    return needsRoom() || (m_spooled && m_spooled->isBehind()) || (m_division && m_division->isHandling);
}

/// Ends what a slow client holds, if others wait for it.
void Connection::look()
{
    if (m_refused || m_shutDown)
        return;
    const bool isSending = m_framer.isInBody();
    if (m_writer && m_writer->mustGiveWay())
        m_writer->cut();
    else if (m_held.mustGiveWay() && (m_writer || m_socket->bytesToWrite() > 0))
        m_socket->abort(); // the requests behind the answer hold memory until the client has read it
    else if (isSending && (m_held.mustGiveWay() || (m_spooled && m_spooled->mustGiveWay())))
        refuse(tooSlow);
    else if (!m_spooled && !m_held.isCounted() && !(m_writer && m_writer->holdsRoom()))
        m_paceTimer.stop();
}

FramingError Connection::noSpace()
{
    return {503, "storage_full", "The server has no room for the request body. Try again later."};
}

FramingError Connection::spool(QByteArrayView bytes)
{
    m_spooled->append(bytes);
    return {};
}

/// Reads on, or has the request handled, once the disk has what has arrived.
void Connection::spoolProgressed()
{
    if (m_spooled && m_spooled->state() == SpooledBody::State::Failed)
        refuse(noSpace());
    else if (m_spooled)
        guard();
}

/// Takes the place of Qt's parser for the request whose body is spooled, which is the last of the connection.
void Connection::takeOver()
{
    if (!std::exchange(m_takesAll, true)) {
        QObject::disconnect(m_socket, &QTcpSocket::readyRead, nullptr, nullptr);
        connect(m_socket, &QTcpSocket::readyRead, this, &Connection::guard);
        QtHttpServer::discard(m_socket);
        m_socket->setReadBufferSize(SpooledBody::step);
        m_unread = 0;
    }
    if (m_spooled && !m_spooled->mayFit()) {
        refuse({413, "body_too_large", "The request body is larger than this server takes."});
        return;
    }
    const bool isWritten = takesRoom() && m_spooled && m_spooled->state() == SpooledBody::State::Written;
    if (isWritten && m_division && !m_framer.isDone() && m_spooled->size() >= m_limits.part) {
        handlePart();
    } else if (isWritten && m_framer.isDone()) {
        auto body = m_spooled->bytes();
        if (!body) {
            refuse(noSpace());
            return;
        }
        Request request = requestOf(m_heads.head());
        if (m_division)
            request.headers = m_division->head.headers;
        request.body = std::move(*body);
        request.peer = m_socket->peerAddress();
        received(std::move(request));
    }
    watch();
}

/// Has a part of an upload handled as a request of its own. Its answer is for the client only if it is a refusal.
void Connection::handlePart()
{
    auto body = m_spooled->bytes();
    if (!body) {
        refuse(noSpace());
        return;
    }
    Request request = m_division->head;
    request.body = std::move(*body);
    request.peer = m_socket->peerAddress();
    const Router::Way way = m_router.find(request);
    const qint64 size = request.body.size();
    const auto spooled = std::exchange(m_spooled, nullptr);
    spooled->arrived();
    m_division->isHandling = true;
    if (auto refusal = turnedAway(request, way)) {
        partHandled(size, std::move(*refusal));
        return;
    }
    if (m_router.runsOn(request, way) == Runs::OnWorker) {
        partHandled(size, m_router.handle(request, way));
        return;
    }
    request.party = m_router.partyOf(request, way);
    m_executor(*way.route(), std::move(request), [home = m_home, self = QPointer(this), size, spooled](Reply reply) {
        home->post([self, size, reply = std::move(reply)]() mutable {
            if (self)
                self->partHandled(size, std::move(reply));
        });
    });
}

void Connection::partHandled(qint64 bytes, Reply reply)
{
    if (m_refused || m_shutDown)
        return;
    m_division->isHandling = false;
    if (reply.status != 204) {
        refuse([&reply](const Request &) { return std::move(reply); });
        return;
    }
    Headers &headers = m_division->head.headers;
    headers.set(uploadOffset, QByteArray::number(headers.value(uploadOffset).toLongLong() + bytes));
    m_division->handled += bytes;
    beginSpool(m_framer.current());
    if (takesRoom())
        guard();
}

/// Has the part that has arrived handled although the rest will not come, so that the client continues after it.
void Connection::keepPart()
{
    if (!m_division || !m_spooled || m_framer.isDone())
        return;
    if (m_takesAll) // the disk may have been slower than the client
        m_framer.feed(m_socket->readAll());
    if (m_spooled->size() == 0)
        return;
    Request request = m_division->head;
    request.peer = m_socket->peerAddress();
    const Router::Way way = m_router.find(request);
    const auto spooled = std::exchange(m_spooled, nullptr);
    if (turnedAway(request, way) || m_router.runsOn(request, way) == Runs::OnWorker)
        return;
    request.party = m_router.partyOf(request, way);
    // The connection may be gone before the disk has the part.
    auto handle = [spooled, request, executor = m_executor, route = way.route()]() mutable {
        if (auto body = spooled->bytes()) {
            request.body = std::move(*body);
            executor(*route, std::move(request), [spooled](const Reply &) {});
        }
    };
    if (spooled->state() == SpooledBody::State::Writing)
        *m_whenWritten = std::move(handle);
    else if (spooled->state() == SpooledBody::State::Written)
        handle();
}

ByteHolder Connection::holder(const RequestHead &head) const
{
    return {m_limits.proxies.clientNetwork(m_socket->peerAddress(), head.fields), m_account};
}

/// Counts what has arrived of requests until they are answered. Qt's parser and the requests that wait for their turn
/// hold it in memory, unless it is a body that is spooled.
FramingError Connection::hold(qint64 bytes)
{
    const RequestHead &head = m_heads.isEmpty() ? m_framer.current() : m_heads.constLast();
    if (!m_spooled && !m_takesAll && !m_held.add(bytes, holder(head)))
        return busy;
    if (!m_framer.isInBody()) {
        m_bodySize = 0;
        return {};
    }
    if (m_bodySize == 0) {
        m_bodySince.start();
        m_held.expect(head.contentLength);
    }
    m_bodySize += bytes;
    m_held.moved(bytes);
    if (m_held.isCounted() && !m_paceTimer.isActive())
        m_paceTimer.start();
    const auto beyondPause = std::chrono::milliseconds(m_bodySince.elapsed()) - m_limits.bodyPause;
    const qint64 least = m_limits.leastRate * std::chrono::duration_cast<std::chrono::seconds>(beyondPause).count();
    return m_bodySize < least ? FramingError{408, "request_timeout", "The request arrives too slowly."}
                              : FramingError{};
}
