// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/qthttpserver.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QTcpSocket>

namespace {
Method methodOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Head:
        return Method::Head;
    case QHttpServerRequest::Method::Post:
        return Method::Post;
    case QHttpServerRequest::Method::Put:
        return Method::Put;
    case QHttpServerRequest::Method::Delete:
        return Method::Delete;
    case QHttpServerRequest::Method::Options:
        return Method::Options;
    case QHttpServerRequest::Method::Patch:
        return Method::Patch;
    default:
        return Method::Get;
    }
}

/// A copy: Qt's own is reused for the connection's next request. Path and query come from the guard, to the letter.
Request ownedRequest(const QHttpServerRequest &request)
{
    Request owned;
    owned.method = methodOf(request);
    owned.body = request.body();
    owned.peer = request.remoteAddress();
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    for (const auto &[name, value] : request.headers())
        owned.headers.append(name, value);
#else
    const auto &headers = request.headers();
    for (qsizetype i = 0; i < headers.size(); ++i)
        owned.headers.append(QByteArray(headers.nameAt(i).data(), headers.nameAt(i).size()),
                             headers.valueAt(i).toByteArray());
#endif
    return owned;
}
}

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)

void QtHttpServer::attach(QTcpServer *server)
{
    m_server = server;
    // bind() makes the server a child of this one, which would delete it a second time.
    QObject *owner = server->parent();
    bind(server);
    server->setParent(owner);
}

bool QtHttpServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    received(ownedRequest(request), socket);
    return true;
}

#else

void QtHttpServer::attach(QTcpServer *server)
{
    m_server = server;
    bind(server);
}

bool QtHttpServer::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    Q_UNUSED(responder) // the answer is written by the connection's own writer
    const auto sockets = m_server->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets) {
        if (socket->peerPort() == request.remotePort() && socket->peerAddress() == request.remoteAddress())
            received(ownedRequest(request), socket);
    }
    return true;
}

#endif
