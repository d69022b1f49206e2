// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

/// A web server that responds to each request with `head`, followed by the next of `parts` ten times per second. After
/// the last one, the first follows again.
class WebCamera : public QTcpServer
{
public:
    explicit WebCamera(const QByteArray &head, const QByteArrayList &parts = {})
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, head, parts] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, head, parts] {
                request += socket->readAll();
                if (!request.endsWith("\r\n\r\n"))
                    return;
                socket->write(head);
                if (parts.isEmpty()) {
                    socket->disconnectFromHost();
                    return;
                }
                auto *clock = new QTimer(socket);
                clock->setTimerType(Qt::PreciseTimer);
                connect(clock, &QTimer::timeout, socket,
                        [this, socket, parts] { socket->write(parts[sent++ % parts.size()]); });
                clock->start(100);
            });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/video").arg(serverPort())); }

    QByteArray request;
    int sent = 0; ///< number of parts
};
