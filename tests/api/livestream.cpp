// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/livestream.h"

#include <QDeadlineTimer>

LiveStream::LiveStream(const QUrl &server, const QString &target, const QString &token, const QByteArray &header)
{
    m_socket.connectToHost(server.host(), quint16(server.port()));
    m_socket.waitForConnected(5000);
    QByteArray request = "GET " + target.toLatin1() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    if (!token.isEmpty())
        request += "Authorization: Bearer " + token.toLatin1() + "\r\n";
    if (!header.isEmpty())
        request += header + "\r\n";
    m_socket.write(request + "\r\n");
}

bool LiveStream::waitFor(const QByteArray &text, int milliseconds)
{
    QDeadlineTimer deadline(milliseconds);
    while (!m_seen.contains(text) && !deadline.hasExpired() && m_socket.waitForReadyRead(int(deadline.remainingTime())))
        m_seen += m_socket.readAll();
    return m_seen.contains(text);
}

bool LiveStream::endsWithin(int milliseconds)
{
    QDeadlineTimer deadline(milliseconds);
    while (m_socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        m_socket.waitForReadyRead(50);
        m_socket.readAll();
    }
    return m_socket.state() != QAbstractSocket::ConnectedState;
}
