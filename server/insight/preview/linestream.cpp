// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/preview/linestream.h"

#include <algorithm>
#include <cstring>
#include <utility>

using namespace std::chrono_literals;

namespace {
constexpr auto patience = 30s;
}

bool LineSink::write(const QByteArray &line)
{
    std::unique_lock lock(m_lock);
    const bool hasRoom =
        m_drained.wait_for(lock, patience, [this] { return m_abandoned || m_buffer.size() < mostBuffered; });
    m_abandoned = m_abandoned || !hasRoom;
    if (m_abandoned)
        return false;
    m_buffer += line;
    notify();
    return true;
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

/// Tells the reader, which cannot be destroyed meanwhile.
void LineSink::notify()
{
    if (m_reader)
        QMetaObject::invokeMethod(
            m_reader, [reader = m_reader] { reader->changed(); }, Qt::QueuedConnection);
}

LineStream::LineStream(Begin begin)
    : m_sink(std::make_shared<LineSink>())
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
    m_sink->m_drained.notify_all();
}

qint64 LineStream::readData(char *data, qint64 size)
{
    if (const auto begin = std::exchange(m_begin, {}))
        begin(m_sink);
    const std::scoped_lock lock(m_sink->m_lock);
    QByteArray &buffer = m_sink->m_buffer;
    const qint64 taken = std::min<qint64>(size, buffer.size());
    std::memcpy(data, buffer.constData(), size_t(taken));
    buffer.remove(0, taken);
    m_sink->m_drained.notify_all();
    if (buffer.isEmpty() && m_sink->m_finished)
        m_sink->notify(); // ends the answer
    return taken;
}

void LineStream::changed()
{
    bool isOver = false;
    {
        const std::scoped_lock lock(m_sink->m_lock);
        isOver = m_sink->m_finished && m_sink->m_buffer.isEmpty();
    }
    if (!isOpen())
        return;
    if (isOver)
        close();
    else
        Q_EMIT readyRead();
}
