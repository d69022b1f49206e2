// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace {
constexpr int backlog = 1024;

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;
};

SocketAddress nativeAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress native;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto &v4 = reinterpret_cast<sockaddr_in &>(native.storage);
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(address.toIPv4Address());
        native.length = sizeof v4;
    } else {
        auto &v6 = reinterpret_cast<sockaddr_in6 &>(native.storage);
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&v6.sin6_addr, &bytes, sizeof bytes);
        native.length = sizeof v6;
    }
    return native;
}

[[noreturn]] void fail(int descriptor, const QHostAddress &address, quint16 port)
{
    const QString text = QStringLiteral("cannot listen on %1 port %2: %3")
                             .arg(address.toString())
                             .arg(port)
                             .arg(QString::fromLocal8Bit(std::strerror(errno)));
    if (descriptor >= 0)
        ::close(descriptor);
    throw std::runtime_error(text.toStdString());
}

quint16 portOf(int descriptor)
{
    SocketAddress native;
    native.length = sizeof native.storage;
    ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&native.storage), &native.length);
    return ntohs(native.storage.ss_family == AF_INET ? reinterpret_cast<sockaddr_in &>(native.storage).sin_port
                                                     : reinterpret_cast<sockaddr_in6 &>(native.storage).sin6_port);
}

/// SO_REUSEPORT would let another server of the same user share the port, so a socket without it first checks whether
/// the port is free.
void requireFree(const QHostAddress &address, quint16 port)
{
    const SocketAddress native = nativeAddress(address, port);
    const int probe = ::socket(native.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (probe < 0 || ::bind(probe, reinterpret_cast<const sockaddr *>(&native.storage), native.length) != 0)
        fail(probe, address, port);
    ::close(probe);
}
}

qintptr Listener::open(const QHostAddress &address, quint16 &port, bool first)
{
    if (first && port != 0)
        requireFree(address, port);
    const SocketAddress native = nativeAddress(address, port);
    const int descriptor = ::socket(native.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    if (descriptor < 0 || ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0
        || ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0
        || ::bind(descriptor, reinterpret_cast<const sockaddr *>(&native.storage), native.length) != 0
        || ::listen(descriptor, backlog) != 0)
        fail(descriptor, address, port);
    port = portOf(descriptor);
    return descriptor;
}

void Listener::raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}
