// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/relaystream.h"

#include <algorithm>
#include <cstring>

RelayStream::RelayStream(std::unique_ptr<PeerConnection> connection, QByteArray first,
                         std::chrono::milliseconds patience)
    : m_connection(std::move(connection))
    , m_first(std::move(first))
    , m_patience(patience)
{
    // Unbuffered: QIODevice would read ahead.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    moveToThread(nullptr);
}

RelayStream::~RelayStream() = default;

qint64 RelayStream::readData(char *data, qint64 maxSize)
{
    if (!m_first.isEmpty()) {
        const qint64 size = std::min<qint64>(maxSize, m_first.size());
        std::memcpy(data, m_first.constData(), size_t(size));
        m_first.remove(0, size);
        return size;
    }
    const qint64 size = m_ended ? -1 : m_connection->read(data, maxSize);
    if (size < 0)
        end();
    else if (size == 0)
        waitForMore();
    return std::max<qint64>(size, 0);
}

/// Only while the reader waits: bytes that nobody wants yet stay in the connection.
void RelayStream::waitForMore()
{
    if (!m_arrival) {
        m_arrival = std::make_unique<QSocketNotifier>(m_connection->descriptor(), QSocketNotifier::Read);
        m_silence = std::make_unique<QTimer>();
        m_silence->setSingleShot(true);
        connect(m_silence.get(), &QTimer::timeout, this, &RelayStream::end);
        connect(m_arrival.get(), &QSocketNotifier::activated, this, [this] {
            m_arrival->setEnabled(false);
            m_silence->stop();
            Q_EMIT readyRead();
        });
    }
    m_arrival->setEnabled(true);
    m_silence->start(m_patience);
}

/// Later, as the reader may be in the midst of a read.
void RelayStream::end()
{
    if (std::exchange(m_ended, true))
        return;
    if (m_arrival)
        m_arrival->setEnabled(false);
    const auto close = [this] {
        Q_EMIT readChannelFinished();
        QIODevice::close();
    };
    QMetaObject::invokeMethod(this, close, Qt::QueuedConnection);
}
