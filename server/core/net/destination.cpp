// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/destination.h"

#include <curl/curl.h>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace {
/// libcurl calls this before it connects. It is the last check: nothing else may be connected to.
curl_socket_t openSocket(void *destination, curlsocktype, curl_sockaddr *address)
{
    return static_cast<const Destination *>(destination)->has(QHostAddress(&address->addr))
        ? socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol)
        : CURL_SOCKET_BAD;
}

/// Returns addresses and host as an entry of CURLOPT_RESOLVE.
QByteArray entryOf(const QByteArray &host, quint16 port, const QList<QHostAddress> &addresses)
{
    QByteArrayList texts;
    for (const QHostAddress &address : addresses) {
        const QByteArray text = address.toString().toLatin1();
        texts += address.protocol() == QAbstractSocket::IPv6Protocol ? '[' + text + ']' : text;
    }
    return host + ':' + QByteArray::number(port) + ':' + texts.join(',');
}
}

void Destination::FreeList::operator()(curl_slist *list) const { curl_slist_free_all(list); }

Destination::Destination(QUrl url, QList<QHostAddress> addresses)
    : m_url(std::move(url))
    , m_addresses(std::move(addresses))
{
    if (QHostAddress(m_url.host()).isNull()) // libcurl reads a literal address itself
        m_entries.reset(curl_slist_append(
            nullptr, entryOf(m_url.host(QUrl::FullyEncoded).toLatin1(), port(), m_addresses).constData()));
}

quint16 Destination::portOf(const QUrl &url)
{
    const QString scheme = url.scheme();
    const int standard = scheme == "http"_L1 ? 80 : scheme == "https"_L1 ? 443 : scheme == "rtsps"_L1 ? 322 : 554;
    return quint16(url.port(standard));
}

bool Destination::isSameHost(const QUrl &url, const QUrl &other)
{
    const auto isSecure = [](const QUrl &of) { return of.scheme() == "rtsps"_L1 || of.scheme() == "https"_L1; };
    return url.host() == other.host() && portOf(url) == portOf(other) && (isSecure(other) || !isSecure(url));
}

void Destination::pin(CURL *transfer) const
{
    curl_easy_setopt(transfer, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(transfer, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(transfer, CURLOPT_PROXY, "");
    curl_easy_setopt(transfer, CURLOPT_RESOLVE, m_entries.get());
    curl_easy_setopt(transfer, CURLOPT_OPENSOCKETFUNCTION, &openSocket);
    curl_easy_setopt(transfer, CURLOPT_OPENSOCKETDATA, const_cast<Destination *>(this));
}
