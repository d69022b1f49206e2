// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/connection.h"

#include "server/core/http/qthttpserver.h"
#include "server/core/http/requesthead.h"

#include <QTcpSocket>

namespace {
constexpr qint64 spoolBuffer = 256 * 1024; // bytes of a large body that wait to be read
}

/// Whether a large body can be taken out of the stream. That of a pipelined request cannot, because Qt's parser has yet
/// to read what is before it: it counts as held in memory.
bool Connection::wantsBody(const RequestHead &head)
{
    if (!m_heads.isEmpty() || !m_exchanges.isEmpty())
        return false;
    m_spooled =
        std::make_shared<SpooledBody>(m_limits.spool, clientNetwork(head), [home = m_home, self = QPointer(this)] {
            home->post([self] {
                if (self)
                    self->spoolProgressed();
            });
        });
    return true;
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
    if (m_spooled && m_framer.isDone() && m_spooled->state() == SpooledBody::State::Written) {
        auto body = m_spooled->bytes();
        if (!body) {
            refuse(noSpace());
            return;
        }
        Request request = requestOf(m_heads.head());
        request.body = std::move(*body);
        request.peer = m_socket->peerAddress();
        received(std::move(request));
    }
    watch();
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
