// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

#include <QHostAddress>
#include <QString>

/// Returns the number of an IPv4 address, or of the /64 network of an IPv6 address, because a home or a machine usually
/// owns at least that many addresses.
quint64 networkNumber(const QHostAddress &address);

/// The proxies in front of the server that may name the client they forward for. `X-Forwarded-For` from any other peer
/// is ignored.
class TrustedProxies
{
public:
    TrustedProxies() = default;
    /// Parses addresses and networks, separated by commas: `127.0.0.1, 10.0.0.0/8`.
    /// Throws: std::runtime_error.
    static TrustedProxies parse(const QString &text);

    bool trusts(const QHostAddress &address) const;
    /// Returns the address of the client: the last address in `X-Forwarded-For` that does not belong to a trusted
    /// proxy. Each proxy appends the peer it has seen; earlier entries may be made up.
    QHostAddress client(const QHostAddress &peer, const Headers &headers) const;
    /// Returns the number of the client's network, or 0 if the peer is a proxy that does not name the client.
    quint64 clientNetwork(const QHostAddress &peer, const Headers &headers) const;

private:
    QList<std::pair<QHostAddress, int>> m_networks;
};
