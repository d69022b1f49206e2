// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

#include <QAbstractHttpServer>

class QTcpServer;
class QTcpSocket;

/// Qt HttpServer as far as it is used here: its parser, which calls received() once a request is whole. All that
/// differs between Qt 6.4 and 6.8 is in this class.
class QtHttpServer : public QAbstractHttpServer
{
public:
    /// `server` belongs to its caller, and listens already.
    void attach(QTcpServer *server);

protected:
    virtual void received(Request request, QTcpSocket *socket) = 0;

private:
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }
#else
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override { }
#endif
    QTcpServer *m_server = nullptr;
};
