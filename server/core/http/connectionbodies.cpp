// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/connection.h"

#include <QTcpSocket>

/// Whether a large body can be taken out of the stream. That of a pipelined request cannot, because Qt's parser has yet
/// to read what is before it: it counts as held in memory.
bool Connection::wantsBody()
{
    if (!m_heads.isEmpty() || !m_exchanges.isEmpty())
        return false;
    m_spooled = std::make_shared<SpooledBody>(m_limits.spool, [home = m_home, self = QPointer(this)] {
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

/// Counts what has arrived of a body, which Qt's parser collects in memory unless it is spooled.
FramingError Connection::holdBody(qint64 bytes)
{
    if (!m_framer.isInBody()) {
        m_bodySize = 0;
        return {};
    }
    if (m_bodySize == 0)
        m_bodySince.start();
    m_bodySize += bytes;
    if (!m_spooled && !m_bodies.add(bytes))
        return {503, "busy", "The server holds too many requests. Try again later."};
    const auto beyondPause = std::chrono::milliseconds(m_bodySince.elapsed()) - m_limits.bodyPause;
    const qint64 least = m_limits.leastRate * std::chrono::duration_cast<std::chrono::seconds>(beyondPause).count();
    return m_bodySize < least ? FramingError{408, "request_timeout", "The request arrives too slowly."}
                              : FramingError{};
}
