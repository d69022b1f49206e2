// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/peersignature.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

/// What listens at the address of another server, and answers every request with these bytes, or never. `PROOF` in the
/// answer stands for the proof that a server with the key gives. It never answers a request for a party whose name
/// begins with `busy`, and takes a moment for one for `slow` or `slower`.
class FakePeer : public QTcpServer
{
public:
    explicit FakePeer(const ServerKey &key, QByteArray answer = {}, bool breaksOff = false, const QByteArray &busy = {})
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, &key, answer = std::move(answer), breaksOff, busy] {
            QTcpSocket *socket = nextPendingConnection();
            ++connections;
            if (answer.isEmpty())
                return;
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, &key, answer, breaksOff, busy] {
                const QByteArray request = socket->readAll();
                requests += request;
                if (!busy.isEmpty() && request.contains("\r\nWaymark-Party: " + busy))
                    return;
                const QByteArray bytes = QByteArray(answer).replace("PROOF", proof(key, request));
                if (request.contains("\r\nWaymark-Party: slow")) {
                    QTimer::singleShot(20, socket, [socket, bytes] { socket->write(bytes); });
                    return;
                }
                socket->write(bytes);
                if (breaksOff)
                    socket->disconnectFromHost();
            });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    int connections = 0;
    QByteArrayList requests;

private:
    static QByteArray proof(const ServerKey &key, const QByteArray &request)
    {
        const QByteArray name = QByteArray("\r\n") + PeerSignature::header + ": ";
        return PeerSignature::ofAnswer(key, before(request.mid(request.indexOf(name) + name.size()), '\r'));
    }
};
