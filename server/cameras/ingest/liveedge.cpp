// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/liveedge.h"

#include <algorithm>
#include <cstring>

bool LiveEdge::hasReached(const LivePoint &point) const
{
    if (point.sequence >= m_sequence)
        return point.sequence == m_sequence && point.part && *point.part < m_parts;
    // A part beyond the last of its segment is the first part of the next segment.
    const bool isBeyond = point.sequence == m_sequence - 1 && point.part && *point.part >= m_lastParts;
    return !isBeyond || m_parts > 0;
}

bool LiveEdge::isReached(const LivePoint &point) const
{
    const std::scoped_lock lock(m_mutex);
    return hasReached(point);
}

LivePoint LiveEdge::next() const
{
    const std::scoped_lock lock(m_mutex);
    return {m_sequence, m_parts};
}

bool LiveEdge::isNear(const LivePoint &point) const
{
    const std::scoped_lock lock(m_mutex);
    return point.sequence <= m_sequence + 1;
}

std::shared_ptr<QIODevice> LiveEdge::wait(Wish wish)
{
    auto stream = std::make_shared<LiveEdgeStream>(shared_from_this(), std::move(wish));
    const std::scoped_lock lock(m_mutex);
    const auto isSame = [&](const LiveEdgeStream *other) { return other->wish().client == stream->wish().client; };
    if (std::ranges::count_if(m_waiting, isSame) >= mostWaiting)
        return nullptr;
    const bool isGone = stream->wish().edition && stream->wish().edition != m_edition;
    if (m_ended || isGone || hasReached(stream->wish().point))
        stream->finish({});
    else
        m_waiting.push_back(stream.get());
    return stream;
}

void LiveEdge::reached(qint64 sequence, int parts, const LivePoint &newest, const QByteArray &bytes)
{
    const std::scoped_lock lock(m_mutex);
    if (sequence != m_sequence)
        m_lastParts = newest.part.value_or(0) + 1;
    m_sequence = sequence;
    m_parts = parts;
    std::erase_if(m_waiting, [&](LiveEdgeStream *stream) {
        const LivePoint &point = stream->wish().point;
        if (!hasReached(point))
            return false;
        stream->finish(point == newest ? bytes : QByteArray());
        return true;
    });
}

void LiveEdge::renew(quint64 edition)
{
    const std::scoped_lock lock(m_mutex);
    m_edition = edition;
    m_parts = 0;
    std::erase_if(m_waiting, [](LiveEdgeStream *stream) {
        if (!stream->wish().edition)
            return false;
        stream->finish({});
        return true;
    });
}

quint64 LiveEdge::edition() const
{
    const std::scoped_lock lock(m_mutex);
    return m_edition;
}

void LiveEdge::end()
{
    const std::scoped_lock lock(m_mutex);
    m_ended = true;
    for (LiveEdgeStream *stream : m_waiting)
        stream->finish({});
    m_waiting.clear();
}

void LiveEdge::leave(LiveEdgeStream *stream)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_waiting, stream);
}

LiveEdgeStream::LiveEdgeStream(std::shared_ptr<LiveEdge> edge, LiveEdge::Wish wish)
    : m_edge(std::move(edge))
    , m_wish(std::move(wish))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    moveToThread(nullptr);
}

LiveEdgeStream::~LiveEdgeStream() { m_edge->leave(this); }

void LiveEdgeStream::finish(const QByteArray &part)
{
    // Queued until the stream has a thread.
    QMetaObject::invokeMethod(
        this, [this, part] { deliver(part); }, Qt::QueuedConnection);
}

void LiveEdgeStream::deliver(const QByteArray &part)
{
    if (std::exchange(m_delivered, true))
        return;
    m_limit.reset();
    m_body = m_wish.answer(part);
    m_hasBody = !m_body.isEmpty();
    Q_EMIT readyRead();
    if (m_body.isEmpty())
        close();
}

qint64 LiveEdgeStream::readData(char *data, qint64 maxSize)
{
    if (!m_delivered && !m_limit) {
        m_limit = std::make_unique<QTimer>();
        m_limit->setSingleShot(true);
        connect(m_limit.get(), &QTimer::timeout, this, [this] { deliver({}); });
        m_limit->start(m_wish.most);
    }
    const qint64 size = std::min<qint64>(maxSize, m_body.size());
    std::memcpy(data, m_body.constData(), size_t(size));
    m_body.remove(0, size);
    if (m_delivered && m_body.isEmpty())
        QMetaObject::invokeMethod(
            this, [this] { close(); }, Qt::QueuedConnection);
    return size;
}
