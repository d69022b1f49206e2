// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/readerwatch.h"

#include <QTcpSocket>

ReaderWatch::ReaderWatch(QTcpSocket *socket, std::chrono::milliseconds patience)
    : m_socket(socket)
{
    m_timer.setInterval(patience);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReaderWatch::look);
    connect(socket, &QTcpSocket::bytesWritten, this, &ReaderWatch::progressed);
}

void ReaderWatch::begin()
{
    m_answering = true;
    m_timer.start();
}

void ReaderWatch::end()
{
    m_answering = false;
    if (m_socket->bytesToWrite() == 0)
        m_timer.stop();
}

void ReaderWatch::progressed()
{
    if (m_answering || m_socket->bytesToWrite() > 0)
        m_timer.start();
    else
        m_timer.stop();
}

/// Without a byte to send, the answer waits for its source and not for the client.
void ReaderWatch::look()
{
    if (m_socket->bytesToWrite() > 0)
        m_socket->abort();
    else if (!m_answering)
        m_timer.stop();
}
