// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

#include <QAbstractHttpServer>
#include <QHash>
#include <QHostAddress>

class QTcpServer;
class QTcpSocket;

/// The part of Qt HttpServer that is used here: its parser, which calls received() once a request is complete. Every
/// difference between Qt 6.4 and 6.8 in HTTP is in this class.
class QtHttpServer : public QAbstractHttpServer
{
public:
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    static constexpr bool writesContinue = false;
#else
    /// Qt's parser writes `100 Continue` itself, at once and without regard to an answer that is being written.
    static constexpr bool writesContinue = true;
#endif

    /// `server` belongs to its caller, and listens already.
    void attach(QTcpServer *server);
    /// Must be called for each of the server's sockets, before Qt takes it from nextPendingConnection().
    void add(QTcpSocket *socket);
    /// Discards what `socket` has received and nobody has read.
    static void discard(QTcpSocket *socket);

protected:
    virtual void received(Request request, QTcpSocket *socket) = 0;

private:
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }
#else
    struct Ends
    {
        QHostAddress peer;
        QHostAddress local;
        quint16 peerPort = 0;
        friend bool operator==(const Ends &, const Ends &) = default;
        friend size_t qHash(const Ends &ends, size_t seed = 0)
        {
            return qHashMulti(seed, ends.peer, ends.local, ends.peerPort);
        }
    };

    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override { }

    QHash<Ends, QTcpSocket *> m_sockets; ///< Qt names a request's socket by its addresses alone
#endif
};
