// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/spooledbody.h"

namespace {
constexpr qsizetype mostWaiting = 1 << 20; // bytes
}

SpooledBody::SpooledBody(const BodySpool &spool, qint64 expected, std::function<void()> progressed)
    : m_expected(expected)
    , m_disk(spool.disk)
    , m_progressed(std::move(progressed))
    , m_file(spool.space)
{
}

qint64 SpooledBody::needed(bool more) const
{
    const qint64 next = more ? m_size + step : m_size;
    return m_expected > 0 ? std::max(m_size, std::min(m_expected, next)) : next;
}

bool SpooledBody::takeRoom(bool more, const ByteHolder &holder)
{
    if (m_room == 0) { // while it waits for its first room, the client is not slow
        m_file.share().expect(m_expected);
        m_file.share().moved(m_size);
    }
    const qint64 room = needed(more);
    const bool isTaken = m_file.reserve(room, holder);
    if (isTaken)
        m_room = std::max(m_room, room);
    return isTaken;
}

void SpooledBody::append(QByteArrayView bytes)
{
    m_size += bytes.size();
    m_file.share().moved(bytes.size());
    std::unique_lock guard(m_lock);
    if (m_state == State::Failed)
        return;
    m_waiting += bytes;
    if (std::exchange(m_state, State::Writing) == State::Written) {
        guard.unlock();
        beginWriting();
    }
}

void SpooledBody::beginWriting()
{
    // The connection may be gone before its body is written.
    m_disk([self = shared_from_this()] { self->write(); });
}

/// Writes what waits, and takes its turn again for what has come meanwhile, so that bodies that arrive at once share
/// the threads.
void SpooledBody::write()
{
    QByteArray batch;
    {
        const std::lock_guard guard(m_lock);
        batch.swap(m_waiting);
    }
    // A body that the disk has no room for is refused at its first bytes, and not after hours.
    const bool fits = m_file.isOpen() || m_file.hasDisk(std::max<qint64>(m_expected, batch.size()));
    const bool written = fits && m_file.put(batch);
    std::unique_lock guard(m_lock);
    const bool more = written && !m_waiting.isEmpty();
    if (!more) {
        m_state = written ? State::Written : State::Failed;
        m_waiting.clear();
    }
    guard.unlock();
    if (more)
        beginWriting();
    else
        m_progressed();
}

bool SpooledBody::isBehind() const
{
    const std::lock_guard guard(m_lock);
    return m_waiting.size() > mostWaiting;
}

SpooledBody::State SpooledBody::state() const
{
    const std::lock_guard guard(m_lock);
    return m_state;
}

std::optional<QByteArray> SpooledBody::bytes()
{
    if (!m_file.isOpen())
        return QByteArray(); // nothing was appended
    const qint64 size = m_file.size();
    const uchar *mapped = m_file.map(0, size);
    if (!mapped)
        return std::nullopt;
    return QByteArray::fromRawData(reinterpret_cast<const char *>(mapped), size);
}
