// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/peerconnection.h"

#include <curl/curl.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>

#include <algorithm>

namespace {
constexpr long connectTime = 2000; // ms
constexpr int glance = 200; // ms between looks at whether this server stops
constexpr long quietBeforeProbe = 10; // seconds
constexpr long betweenProbes = 5;
constexpr int unansweredProbes = 2;

int probeTwice(void *, curl_socket_t socket, curlsocktype)
{
    (void)::setsockopt(socket, IPPROTO_TCP, TCP_KEEPCNT, &unansweredProbes, sizeof unansweredProbes);
    return CURL_SOCKOPT_OK;
}

bool waitFor(int descriptor, short events, int milliseconds)
{
    pollfd wanted{descriptor, events, 0};
    return ::poll(&wanted, 1, milliseconds) > 0;
}
}

struct PeerConnection::Handle
{
    CURL *curl = curl_easy_init();
    ~Handle() { curl_easy_cleanup(curl); }
};

PeerConnection::PeerConnection(const QUrl &server)
    : m_handle(std::make_unique<Handle>())
{
    CURL *curl = m_handle->curl;
    const QByteArray address = server.toEncoded();
    curl_easy_setopt(curl, CURLOPT_URL, address.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L); // the requests and answers are written and read here
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connectTime);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(curl, CURLOPT_TCP_KEEPIDLE, quietBeforeProbe);
    curl_easy_setopt(curl, CURLOPT_TCP_KEEPINTVL, betweenProbes);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTFUNCTION, &probeTwice);
    const CURLcode code = curl_easy_perform(curl);
    if (code != CURLE_OK)
        throw PeerUnreachable(curl_easy_strerror(code));
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK || socket == CURL_SOCKET_BAD)
        throw PeerUnreachable("the connection is gone");
    m_descriptor = int(socket);
}

PeerConnection::~PeerConnection() = default;

void PeerConnection::send(QByteArray bytes, const QDeadlineTimer &deadline)
{
    while (!bytes.isEmpty()) {
        size_t sent = 0;
        const CURLcode code = curl_easy_send(m_handle->curl, bytes.constData(), size_t(bytes.size()), &sent);
        if (code == CURLE_AGAIN && !deadline.hasExpired())
            waitFor(m_descriptor, POLLOUT, glance);
        else if (code != CURLE_OK)
            throw PeerUnreachable(curl_easy_strerror(code));
        bytes.remove(0, qsizetype(sent));
    }
}

qint64 PeerConnection::read(char *data, qint64 most)
{
    size_t received = 0;
    const CURLcode code = curl_easy_recv(m_handle->curl, data, size_t(most), &received);
    if (code == CURLE_AGAIN)
        return 0;
    m_broken = code != CURLE_OK;
    return code == CURLE_OK && received > 0 ? qint64(received) : -1;
}

void PeerConnection::waitForData(const QDeadlineTimer &deadline, const std::atomic_bool &stopping) const
{
    while (!stopping && !deadline.hasExpired()) {
        if (waitFor(m_descriptor, POLLIN, int(std::min<qint64>(glance, deadline.remainingTime()))))
            return;
    }
    throw PeerUnreachable(stopping ? "this server stops" : "no answer in time");
}
