// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/rtpports.h"

#include <QRandomGenerator>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace {
constexpr int attempts = 50;
constexpr quint16 lowestPort = 20'000;
constexpr quint16 highestPort = 60'000;
constexpr int receiveBuffer = 1 << 20; // bytes; a key frame arrives in one burst

struct SocketAddress
{
    SocketAddress(const QHostAddress &host, quint16 port)
    {
        if (host.protocol() == QAbstractSocket::IPv6Protocol) {
            auto &v6 = reinterpret_cast<sockaddr_in6 &>(storage);
            v6.sin6_family = AF_INET6;
            v6.sin6_port = htons(port);
            const Q_IPV6ADDR bytes = host.toIPv6Address();
            std::copy(std::begin(bytes.c), std::end(bytes.c), v6.sin6_addr.s6_addr);
            size = sizeof(sockaddr_in6);
        } else {
            auto &v4 = reinterpret_cast<sockaddr_in &>(storage);
            v4.sin_family = AF_INET;
            v4.sin_port = htons(port);
            v4.sin_addr.s_addr = htonl(host.toIPv4Address());
            size = sizeof(sockaddr_in);
        }
    }
    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
    sockaddr_storage storage{};
    socklen_t size = 0;
};
}

RtpPorts::RtpPorts(const QHostAddress &camera)
    : m_camera(camera)
{
    const int family = camera.protocol() == QAbstractSocket::IPv6Protocol ? AF_INET6 : AF_INET;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto port = quint16(QRandomGenerator::global()->bounded(lowestPort, highestPort) & ~1);
        if (bindPair(family, port))
            return;
    }
    throw std::runtime_error("no UDP ports are free");
}

RtpPorts::~RtpPorts()
{
    for (const int socket : m_sockets) {
        if (socket >= 0)
            close(socket);
    }
}

bool RtpPorts::bindPair(int family, quint16 port)
{
    const QHostAddress any(family == AF_INET6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4);
    for (std::size_t i = 0; i < m_sockets.size(); ++i) {
        if (m_sockets[i] >= 0)
            close(m_sockets[i]);
        m_sockets[i] = socket(family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        setsockopt(m_sockets[i], SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof(receiveBuffer));
        const SocketAddress address(any, quint16(port + i));
        if (m_sockets[i] < 0 || bind(m_sockets[i], address.get(), address.size) != 0)
            return false;
    }
    m_first = port;
    return true;
}

void RtpPorts::setCameraPorts(quint16 rtp, quint16 rtcp)
{
    m_cameraReports = rtcp;
    const QByteArray emptyRtp = QByteArray::fromHex("800000000000000000000000");
    const QByteArray emptyReport = QByteArray::fromHex("80c9000100000000");
    if (rtp > 0)
        send(m_sockets[0], rtp, emptyRtp);
    if (rtcp > 0)
        send(m_sockets[1], rtcp, emptyReport);
}

void RtpPorts::send(int socket, quint16 port, const QByteArray &data)
{
    const SocketAddress to(m_camera, port);
    sendto(socket, data.constData(), size_t(data.size()), 0, to.get(), to.size); // a lost report does no harm
}

void RtpPorts::sendReport(const QByteArray &rtcp)
{
    if (m_cameraReports > 0)
        send(m_sockets[1], m_cameraReports, rtcp);
}

std::optional<QByteArray> RtpPorts::receive()
{
    QByteArray packet(1 << 16, Qt::Uninitialized);
    for (const int socket : m_sockets) {
        sockaddr_storage from{};
        socklen_t size = sizeof(from);
        const auto received =
            recvfrom(socket, packet.data(), size_t(packet.size()), 0, reinterpret_cast<sockaddr *>(&from), &size);
        if (received <= 0 || QHostAddress(reinterpret_cast<const sockaddr *>(&from)) != m_camera)
            continue;
        packet.truncate(received);
        return packet;
    }
    return std::nullopt;
}
