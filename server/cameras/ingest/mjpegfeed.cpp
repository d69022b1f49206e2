// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mjpegfeed.h"

#include <algorithm>
#include <cstring>
#include <utility>

std::shared_ptr<QIODevice> MjpegFeed::watch()
{
    auto stream = std::make_shared<MjpegStream>(shared_from_this());
    const std::scoped_lock lock(m_mutex);
    if (m_ended) {
        stream->finish();
        return stream;
    }
    if (m_streams.empty())
        m_latest.clear(); // outdated, because no pictures were shown without viewers
    m_streams.push_back(stream.get());
    if (!m_latest.isEmpty())
        stream->offer(m_latest);
    return stream;
}

bool MjpegFeed::isWatched() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_streams.empty();
}

void MjpegFeed::show(const QByteArray &jpeg, const QDateTime &time)
{
    const QByteArray part = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + QByteArray::number(jpeg.size())
        + "\r\nX-Timestamp: " + time.toUTC().toString(Qt::ISODateWithMs).toLatin1() + "\r\n\r\n" + jpeg + "\r\n";
    const std::scoped_lock lock(m_mutex);
    m_latest = part;
    for (MjpegStream *stream : m_streams)
        stream->offer(part);
}

void MjpegFeed::lose()
{
    const std::scoped_lock lock(m_mutex);
    for (MjpegStream *stream : std::exchange(m_streams, {}))
        stream->finish();
}

void MjpegFeed::end()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
    }
    lose();
}

void MjpegFeed::leave(MjpegStream *stream)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_streams, stream);
}

MjpegStream::MjpegStream(std::shared_ptr<MjpegFeed> feed)
    : m_feed(std::move(feed))
{
    // Unbuffered, because QIODevice would otherwise read ahead and return outdated pictures.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

MjpegStream::~MjpegStream() { m_feed->leave(this); }

void MjpegStream::offer(const QByteArray &part)
{
    const std::scoped_lock lock(m_mutex);
    m_newest = part;
    announce();
}

void MjpegStream::announce()
{
    if (std::exchange(m_announced, true))
        return;
    const auto tell = [this] {
        {
            const std::scoped_lock lock(m_mutex);
            m_announced = false;
        }
        Q_EMIT readyRead();
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

void MjpegStream::finish()
{
    const auto end = [this] {
        Q_EMIT readChannelFinished();
        close();
    };
    QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
}

qint64 MjpegStream::bytesAvailable() const
{
    const std::scoped_lock lock(m_mutex);
    return m_current.size() - m_position + m_newest.size() + QIODevice::bytesAvailable();
}

qint64 MjpegStream::readData(char *data, qint64 maxSize)
{
    const std::scoped_lock lock(m_mutex);
    if (m_position == m_current.size()) {
        m_current = std::exchange(m_newest, {});
        m_position = 0;
    }
    const auto size = std::min<qint64>(maxSize, m_current.size() - m_position);
    std::memcpy(data, m_current.constData() + m_position, size_t(size));
    m_position += size;
    return size;
}
