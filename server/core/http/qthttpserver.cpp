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

/// Returns a copy, as Qt reuses its own request for the connection's next one. Path and query are left to the guard,
/// which has them as they were sent.
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

void QtHttpServer::attach(QTcpServer *server)
{
    // bind() makes the server a child of this one, which would delete it a second time.
    QObject *owner = server->parent();
    bind(server);
    server->setParent(owner);
}

void QtHttpServer::discard(QTcpSocket *socket)
{
    socket->skip(socket->bytesAvailable());
    // Qt 6.8 parses in a transaction, which would keep what is skipped.
    if (socket->isTransactionStarted())
        socket->commitTransaction();
}

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)

void QtHttpServer::add(QTcpSocket *) { }

bool QtHttpServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    received(ownedRequest(request), socket);
    return true;
}

#else

void QtHttpServer::add(QTcpSocket *socket)
{
    const Ends ends{socket->peerAddress(), socket->localAddress(), socket->peerPort()};
    m_sockets.insert(ends, socket);
    connect(socket, &QObject::destroyed, this, [this, ends, socket] {
        // By then another socket may have the same addresses.
        if (const auto found = m_sockets.constFind(ends); found != m_sockets.cend() && *found == socket)
            m_sockets.erase(found);
    });
}

/// The answer is written by the connection's own writer. The responder goes unused: Qt reads on as soon as it is
/// destroyed.
bool QtHttpServer::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &)
{
    if (QTcpSocket *socket = m_sockets.value({request.remoteAddress(), request.localAddress(), request.remotePort()}))
        received(ownedRequest(request), socket);
    return true;
}

#endif
