// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// A received request.
struct PeerRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    QByteArray path() const { return target.split('?').first(); }
    QJsonObject json() const;
};

/// A request and its connection, on which it can be answered now or later.
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
    /// Sends raw bytes, as a packet of their own if possible.
    void send(const QByteArray &bytes) const;
    /// Sends the headers of a response that ends with the connection.
    void stream(const QByteArray &contentType) const;
    void hangUp() const;
    bool isOpen() const { return m_socket && m_socket->state() == QAbstractSocket::ConnectedState; }

    PeerRequest request;

private:
    QPointer<QTcpSocket> m_socket;
};

/// A small HTTP server that answers as scripted by the test and records the requests.
class ScriptedPeer : public QTcpServer
{
    Q_OBJECT

public:
    using Script = std::function<void(const PeerExchange &)>;

    explicit ScriptedPeer(QObject *parent = nullptr);

    QUrl url() const;
    /// Scripts the answers to `methodAndPath`, such as `GET /v1/devices`, without a query. Replaces an earlier script.
    void on(const QByteArray &methodAndPath, const Script &script) { m_scripts[methodAndPath] = script; }
    void on(const QByteArray &methodAndPath, const QJsonObject &json);
    QList<PeerRequest> requests(const QByteArray &methodAndPath) const;
    qsizetype count(const QByteArray &methodAndPath) const { return requests(methodAndPath).size(); }

private:
    void read(QTcpSocket *socket);
    /// Removes the first complete request from the buffer and returns it.
    static std::optional<PeerRequest> take(QByteArray &buffer);

    QHash<QByteArray, Script> m_scripts;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<PeerRequest> m_requests;
};
