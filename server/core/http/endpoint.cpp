// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/endpoint.h"

#include "server/core/http/qthttpserver.h"

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

/// Creates the Connection of each new socket before Qt HttpServer sees the socket.
class HttpEndpoint::Listening : public QTcpServer
{
public:
    Listening(HttpEndpoint &endpoint, const Router &router, Executor executor, HttpLimits limits)
        : m_endpoint(endpoint)
        , m_router(router)
        , m_executor(std::move(executor))
        , m_limits(std::move(limits))
    {
        setMaxPendingConnections(1024);
    }

    QTcpSocket *nextPendingConnection() override;

    Connection *connection(QObject *socket) const { return m_connections.value(socket); }
    QList<Connection *> connections() const { return m_connections.values(); }

private:
    bool admit(QTcpSocket *socket)
    {
        const quint64 network = networkNumber(socket->peerAddress());
        const bool tooMany = m_networks.value(network) >= m_limits.connectionsPerAddress
            && !m_limits.proxies.trusts(socket->peerAddress());
        if (tooMany || m_connections.size() >= m_limits.connections)
            return false;
        ++m_networks[network];
        connect(socket, &QObject::destroyed, &m_endpoint, [this, socket, network] {
            m_connections.remove(socket);
            if (--m_networks[network] == 0)
                m_networks.remove(network);
            m_endpoint.connectionGone();
        });
        return true;
    }

    HttpEndpoint &m_endpoint;
    const Router &m_router;
    Executor m_executor;
    HttpLimits m_limits;
    QHash<QObject *, Connection *> m_connections;
    QHash<quint64, int> m_networks;
};

class HttpEndpoint::Parser : public QtHttpServer
{
public:
    explicit Parser(HttpEndpoint &endpoint)
        : m_endpoint(endpoint)
    {
    }

private:
    void received(Request request, QTcpSocket *socket) override
    {
        if (Connection *connection = m_endpoint.m_listening->connection(socket))
            connection->received(std::move(request));
    }
    HttpEndpoint &m_endpoint;
};

QTcpSocket *HttpEndpoint::Listening::nextPendingConnection()
{
    while (QTcpSocket *socket = QTcpServer::nextPendingConnection()) {
        if (!admit(socket)) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_connections.insert(socket, new Connection(socket, m_router, m_executor, m_limits, m_endpoint.m_postbox));
        m_endpoint.m_parser->add(socket);
        return socket;
    }
    return nullptr;
}

HttpEndpoint::HttpEndpoint(const Router &router, Executor executor, HttpLimits limits, QObject *parent)
    : QObject(parent)
    , m_postbox(std::make_shared<Postbox>(this))
    , m_listening(std::make_unique<Listening>(*this, router, std::move(executor), std::move(limits)))
    , m_parser(std::make_unique<Parser>(*this))
{
}

HttpEndpoint::~HttpEndpoint()
{
    m_postbox->close();
    m_listening->close();
    const auto connections = m_listening->connections();
    for (Connection *connection : connections)
        delete connection->parent(); // deletes the socket and its child, the connection
}

void HttpEndpoint::listen(qintptr descriptor)
{
    m_listening->setSocketDescriptor(descriptor);
    m_parser->attach(m_listening.get());
}

void HttpEndpoint::stop(std::chrono::milliseconds deadline)
{
    m_stopping = true;
    m_listening->close();
    const auto connections = m_listening->connections();
    for (Connection *connection : connections)
        connection->finish();
    QTimer::singleShot(deadline, this, &HttpEndpoint::stopped);
    connectionGone();
}

void HttpEndpoint::connectionGone()
{
    if (m_stopping && m_listening->connections().isEmpty())
        Q_EMIT stopped();
}
