// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/portal/cpp/scriptedpeer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

QJsonObject PeerRequest::json() const { return QJsonDocument::fromJson(body).object(); }

void PeerExchange::answer(int status, const QJsonObject &json, const QByteArray &moreHeaders) const
{
    const QByteArray body = json.isEmpty() ? QByteArray() : QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n" + moreHeaders;
    if (!body.isEmpty() && !moreHeaders.contains("Content-Type"))
        head += "Content-Type: application/json\r\n";
    if (status != 204)
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    send(head + "\r\n" + body);
}

void PeerExchange::problem(int status, const QString &code, const QJsonObject &members) const
{
    QJsonObject json = members;
    json[u"code"_s] = code;
    json[u"status"_s] = status;
    if (!json.contains("detail"_L1))
        json[u"detail"_s] = u"Something about "_s + code;
    answer(status, json, "Content-Type: application/problem+json\r\n");
}

void PeerExchange::send(const QByteArray &bytes) const
{
    if (m_socket) {
        m_socket->write(bytes);
        m_socket->flush();
    }
}

void PeerExchange::stream(const QByteArray &contentType) const
{
    send("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nConnection: close\r\n\r\n");
}

void PeerExchange::hangUp() const
{
    if (m_socket)
        m_socket->disconnectFromHost();
}

ScriptedPeer::ScriptedPeer(QObject *parent)
    : QTcpServer(parent)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("No free port on the loopback interface");
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = nextPendingConnection()) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_buffers.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

QUrl ScriptedPeer::url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

void ScriptedPeer::on(const QByteArray &methodAndPath, const QJsonObject &json)
{
    on(methodAndPath, [json](const PeerExchange &exchange) { exchange.answer(200, json); });
}

QList<PeerRequest> ScriptedPeer::requests(const QByteArray &methodAndPath) const
{
    QList<PeerRequest> found;
    for (const auto &request : m_requests) {
        if (request.method + ' ' + request.path() == methodAndPath)
            found.append(request);
    }
    return found;
}

void ScriptedPeer::read(QTcpSocket *socket)
{
    m_buffers[socket] += socket->readAll();
    while (auto request = take(m_buffers[socket])) {
        m_requests.append(*request);
        const PeerExchange exchange(*request, socket);
        const auto script = m_scripts.value(request->method + ' ' + request->path());
        if (script)
            script(exchange);
        else
            exchange.problem(404, u"not_found"_s);
    }
}

std::optional<PeerRequest> ScriptedPeer::take(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    PeerRequest request;
    const auto lines = buffer.left(end).split('\n');
    const auto words = lines.first().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const auto &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return std::nullopt;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return request;
}
