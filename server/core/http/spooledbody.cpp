// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/spooledbody.h"

namespace {
constexpr qsizetype mostWaiting = 1 << 20; // bytes
}

SpooledBody::SpooledBody(const BodySpool &spool, quint64 network, std::function<void()> progressed)
    : m_disk(spool.disk)
    , m_progressed(std::move(progressed))
    , m_file(spool.space, network)
{
}

bool SpooledBody::reserve(qint64 bytes)
{
    m_isReserved = m_file.reserve(std::max(bytes, m_size));
    return m_isReserved;
}

bool SpooledBody::append(QByteArrayView bytes)
{
    if (m_isReserved && !m_file.reserve(m_size + bytes.size()))
        return false;
    m_size += bytes.size();
    std::unique_lock guard(m_lock);
    if (m_state == State::Failed)
        return true;
    m_waiting += bytes;
    if (std::exchange(m_state, State::Writing) == State::Written) {
        guard.unlock();
        beginWriting();
    }
    return true;
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
    const bool written = m_file.put(batch);
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
