// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// A request as it arrived.
struct PeerRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    QByteArray path() const { return target.split('?').first(); }
    QJsonObject json() const;
};

/// One request, and the connection to answer it on, now or later.
class PeerExchange
{
public:
    PeerExchange(PeerRequest arrived, QTcpSocket *socket)
        : request(std::move(arrived))
        , m_socket(socket)
    {
    }

    void answer(int status, const QJsonObject &json, const QByteArray &moreHeaders = {}) const;
    void problem(int status, const QString &code, const QJsonObject &members = {}) const;
    /// Bytes as they are, each piece a packet of its own as far as the test can see to that.
    void send(const QByteArray &bytes) const;
    /// The head of an answer that ends with the connection.
    void stream(const QByteArray &contentType) const;
    void hangUp() const;
    bool isOpen() const { return m_socket && m_socket->state() == QAbstractSocket::ConnectedState; }

    PeerRequest request;

private:
    QPointer<QTcpSocket> m_socket;
};

/// A small real HTTP server that answers what a test tells it to, and remembers what it was asked.
class ScriptedPeer : public QTcpServer
{
    Q_OBJECT

public:
    using Script = std::function<void(const PeerExchange &)>;

    explicit ScriptedPeer(QObject *parent = nullptr);

    QUrl url() const;
    /// `methodAndPath`: `GET /v1/devices`, without a query. A later script for the same takes the place of the earlier.
    void on(const QByteArray &methodAndPath, const Script &script) { m_scripts[methodAndPath] = script; }
    void on(const QByteArray &methodAndPath, const QJsonObject &json);
    QList<PeerRequest> requests(const QByteArray &methodAndPath) const;
    qsizetype count(const QByteArray &methodAndPath) const { return requests(methodAndPath).size(); }

private:
    void read(QTcpSocket *socket);
    /// The first whole request in the buffer, taken out of it.
    static std::optional<PeerRequest> take(QByteArray &buffer);

    QHash<QByteArray, Script> m_scripts;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<PeerRequest> m_requests;
};
