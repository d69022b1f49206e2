// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/connection.h"

#include "server/core/http/qthttpserver.h"
#include "server/core/http/requesthead.h"

#include <QTcpSocket>

namespace {
constexpr qint64 spoolBuffer = 256 * 1024; // bytes of a large body that wait to be read
constexpr auto roomInterval = std::chrono::milliseconds(50);
const QByteArray uploadOffset = "Upload-Offset"; // tus 1.0, 4.1
}

bool Connection::isDivisible(const RequestHead &head)
{
    return head.fields.value("Content-Type").startsWith("application/offset+octet-stream")
        && head.fields.contains(uploadOffset) && !head.fields.contains("Upload-Checksum")
        && !head.fields.contains("Content-Digest") && !head.fields.contains("Content-Encoding");
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
    m_spooled = std::make_shared<SpooledBody>(m_limits.spool, clientNetwork(head),
                                              [home = m_home, self = QPointer(this), next = m_whenWritten] {
                                                  home->post([self, next] {
                                                      if (*next)
                                                          std::exchange(*next, nullptr)();
                                                      else if (self)
                                                          self->spoolProgressed();
                                                  });
                                              });
    m_bodySize = 0;
    m_waitingSince.start();
    waitForRoom();
}

/// Takes room in the spool for the whole body, so that bodies that arrive at the same moment do not all stop halfway.
/// The client waits meanwhile: no more is read of it.
void Connection::waitForRoom()
{
    if (!m_spooled || m_spooled->isReserved() || m_refused)
        return;
    const RequestHead &head = m_framer.current();
    const qint64 needed = head.chunked ? 0 : head.contentLength;
    if (m_spooled->reserve(m_division ? std::min(needed, m_limits.part) : needed)) {
        if (m_takesAll)
            guard();
    } else if (std::chrono::milliseconds(m_waitingSince.elapsed()) > m_limits.roomPause) {
        refuse({503, "busy", "The server holds too many requests. Try again later."});
    } else {
        m_roomTimer.start(roomInterval);
    }
}

bool Connection::isWaiting() const
{
    const bool needsRoom = m_spooled && !m_spooled->isReserved();
    return needsRoom || (m_spooled && m_spooled->isBehind()) || (m_division && m_division->isHandling);
}

FramingError Connection::noSpace()
{
    return {503, "storage_full", "The server has no room for the request body. Try again later."};
}

FramingError Connection::spool(QByteArrayView bytes)
{
    return m_spooled->append(bytes) ? FramingError{}
                                    : FramingError{503, "busy", "The server holds too many requests. Try again later."};
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
        m_socket->setReadBufferSize(spoolBuffer);
        m_unread = 0;
    }
    const bool isWritten = m_spooled && m_spooled->isReserved() && m_spooled->state() == SpooledBody::State::Written;
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
    m_division->isHandling = true;
    if (auto refusal = turnedAway(request, way)) {
        partHandled(size, std::move(*refusal));
        return;
    }
    m_executor(way.leaf ? way.route()->runs : Runs::OnFilePool, std::move(request),
               [home = m_home, self = QPointer(this), size, spooled](Reply reply) {
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
    beginSpool(m_framer.current());
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
    if (!way.leaf || turnedAway(request, way))
        return;
    // The connection may be gone before the disk has the part.
    auto handle = [spooled, request, executor = m_executor, runs = way.route()->runs]() mutable {
        if (auto body = spooled->bytes()) {
            request.body = std::move(*body);
            executor(runs, std::move(request), [spooled](const Reply &) {});
        }
    };
    if (spooled->state() == SpooledBody::State::Writing)
        *m_whenWritten = std::move(handle);
    else if (spooled->state() == SpooledBody::State::Written)
        handle();
}

quint64 Connection::clientNetwork(const RequestHead &head) const
{
    return m_limits.proxies.clientNetwork(m_socket->peerAddress(), head.fields);
}

/// Counts what has arrived of requests until they are answered. Qt's parser and the requests that wait for their turn
/// hold it in memory, unless it is a body that is spooled.
FramingError Connection::hold(qint64 bytes)
{
    const RequestHead &head = m_heads.isEmpty() ? m_framer.current() : m_heads.constLast();
    if (!m_spooled && !m_takesAll && !m_held.add(bytes, clientNetwork(head)))
        return {503, "busy", "The server holds too many requests. Try again later."};
    if (!m_framer.isInBody()) {
        m_bodySize = 0;
        return {};
    }
    if (m_bodySize == 0)
        m_bodySince.start();
    m_bodySize += bytes;
    const auto beyondPause = std::chrono::milliseconds(m_bodySince.elapsed()) - m_limits.bodyPause;
    const qint64 least = m_limits.leastRate * std::chrono::duration_cast<std::chrono::seconds>(beyondPause).count();
    return m_bodySize < least ? FramingError{408, "request_timeout", "The request arrives too slowly."}
                              : FramingError{};
}
