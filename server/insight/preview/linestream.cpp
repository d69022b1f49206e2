// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/preview/linestream.h"

#include <algorithm>
#include <cstring>
#include <utility>

bool LineSink::write(const QByteArray &line)
{
    const std::scoped_lock lock(m_lock);
    if (m_abandoned)
        return false;
    if (m_readTo == m_kept && m_buffer.size() < mostBuffered)
        m_buffer += line;
    else
        m_abandoned = !keep(line);
    notify();
    return !m_abandoned;
}

bool LineSink::keep(const QByteArray &line)
{
    if (!m_file) {
        m_file = std::make_unique<SpoolFile>(m_space, m_holder);
        m_file->share().expect(0);
    }
    if (!m_file->append(line))
        return false;
    m_file->share().expectMore(line.size());
    m_kept += line.size();
    return true;
}

/// Returns the next bytes, and forgets them.
QByteArray LineSink::take(qint64 most)
{
    if (!m_buffer.isEmpty()) {
        const QByteArray taken = m_buffer.first(std::min<qint64>(most, m_buffer.size()));
        m_buffer.remove(0, taken.size());
        return taken;
    }
    if (m_readTo == m_kept || !m_file->seek(m_readTo))
        return {};
    const QByteArray taken = m_file->read(std::min(most, m_kept - m_readTo));
    m_readTo += taken.size();
    m_file->share().moved(taken.size());
    return taken;
}

bool LineSink::isFull() const
{
    const std::scoped_lock lock(m_lock);
    return m_kept >= mostKept;
}

bool LineSink::isAbandoned() const
{
    const std::scoped_lock lock(m_lock);
    return m_abandoned;
}

void LineSink::finish()
{
    const std::scoped_lock lock(m_lock);
    m_finished = true;
    notify();
}

void LineSink::fail()
{
    const std::scoped_lock lock(m_lock);
    m_abandoned = true;
    m_finished = true;
    notify();
}

/// Tells the reader, which cannot be destroyed meanwhile.
void LineSink::notify()
{
    if (m_reader)
        QMetaObject::invokeMethod(
            m_reader, [reader = m_reader] { reader->changed(); }, Qt::QueuedConnection);
}

LineStream::LineStream(Begin begin, const SpoolSpace &space, const ByteHolder &holder)
    : m_sink(std::make_shared<LineSink>(space, holder))
    , m_begin(std::move(begin))
{
    m_sink->m_reader = this;
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    moveToThread(nullptr);
}

LineStream::~LineStream()
{
    const std::scoped_lock lock(m_sink->m_lock);
    m_sink->m_reader = nullptr;
    m_sink->m_abandoned = true;
}

qint64 LineStream::readData(char *data, qint64 size)
{
    // What begins goes with it, such as the place of the run: a client that reads slowly holds no place.
    if (const Begin begin = std::exchange(m_begin, nullptr))
        begin(m_sink);
    const std::scoped_lock lock(m_sink->m_lock);
    const QByteArray taken = m_sink->take(size);
    std::memcpy(data, taken.constData(), size_t(taken.size()));
    if (m_sink->isRead() && m_sink->m_finished)
        m_sink->notify(); // ends the answer
    return taken.size();
}

bool LineStream::isIncomplete() const
{
    const std::scoped_lock lock(m_sink->m_lock);
    return m_sink->m_abandoned || !m_sink->isRead();
}

bool LineStream::mustGiveWay() const
{
    const std::scoped_lock lock(m_sink->m_lock);
    return m_sink->m_file && m_sink->m_file->share().mustGiveWay();
}

void LineStream::changed()
{
    bool isOver = false;
    {
        const std::scoped_lock lock(m_sink->m_lock);
        isOver = m_sink->m_finished && m_sink->isRead();
    }
    if (!isOpen())
        return;
    if (isOver)
        close();
    else
        Q_EMIT readyRead();
}
