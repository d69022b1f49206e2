// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/tcpconnection.h"

#include <curl/curl.h>

#include <poll.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

TcpConnection::TcpConnection(Destination to, bool tls, const WaitLimit &wait)
    : m_destination(std::move(to))
    , m_transfer(m_destination)
{
    QUrl url; // libcurl needs a scheme that it knows; nothing is sent
    url.setScheme(tls ? u"https"_s : u"http"_s);
    url.setHost(m_destination.url().host());
    url.setPort(m_destination.port());
    CURL *curl = m_transfer.handle();
    const QByteArray address = url.toEncoded();
    curl_easy_setopt(curl, CURLOPT_URL, address.constData());
    curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_ENABLE_ALPN, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    m_transfer.begin();
    while (m_transfer.step(wait)) { }
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK || socket == CURL_SOCKET_BAD)
        throw ConnectionError("no connection");
    m_socket = socket;
}

void TcpConnection::send(const QByteArray &data, const WaitLimit &wait)
{
    qsizetype sent = 0;
    while (sent < data.size()) {
        size_t now = 0;
        const CURLcode code =
            curl_easy_send(m_transfer.handle(), data.constData() + sent, size_t(data.size() - sent), &now);
        sent += qsizetype(now);
        if (code == CURLE_AGAIN) {
            if (wait.isOver())
                throw ConnectionError("the connection timed out");
            pollfd writable{m_socket, POLLOUT, 0};
            poll(&writable, 1, wait.pollTime());
        } else if (code != CURLE_OK) {
            throw ConnectionError("the connection was closed");
        }
    }
}

QByteArray TcpConnection::receive()
{
    QByteArray bytes(1 << 16, Qt::Uninitialized);
    size_t received = 0;
    const CURLcode code = curl_easy_recv(m_transfer.handle(), bytes.data(), size_t(bytes.size()), &received);
    if (code == CURLE_AGAIN)
        return {};
    if (code != CURLE_OK || received == 0)
        throw ConnectionError("the connection was closed");
    bytes.truncate(qsizetype(received));
    return bytes;
}

QHostAddress TcpConnection::peer() const
{
    sockaddr_storage address{};
    socklen_t size = sizeof(address);
    if (getpeername(m_socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return {};
    return QHostAddress(reinterpret_cast<const sockaddr *>(&address));
}
