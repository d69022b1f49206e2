// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/trustedproxies.h"

#include <QStringList>
#include <QtEndian>

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
/// Turns `::ffff:1.2.3.4` into `1.2.3.4`, the same address.
QHostAddress plain(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

/// Reads an address as proxies write it: alone, with a port, or in brackets.
QHostAddress readAddress(const QByteArray &text)
{
    QByteArray address = text.trimmed();
    if (address.startsWith('['))
        address = before(address.mid(1), ']');
    else if (address.count(':') == 1)
        address = before(address, ':');
    return plain(QHostAddress(QString::fromLatin1(address)));
}
}

quint64 networkNumber(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // also of ::ffff:1.2.3.4
    if (isIpv4)
        return ipv4;
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    return qFromBigEndian<quint64>(ipv6.c);
}

TrustedProxies TrustedProxies::parse(const QString &text)
{
    TrustedProxies proxies;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString network = part.trimmed();
        const bool whole = network.contains(u'/');
        const QHostAddress single(network);
        const auto range = whole ? QHostAddress::parseSubnet(network)
                                 : std::pair(single, single.protocol() == QHostAddress::IPv6Protocol ? 128 : 32);
        if (range.first.isNull() || range.second < 0)
            throw std::runtime_error(qUtf8Printable(
                u"a trusted proxy is an address or a network, such as 10.0.0.0/8, not \"%1\""_s.arg(network)));
        proxies.m_networks += range;
    }
    return proxies;
}

bool TrustedProxies::trusts(const QHostAddress &address) const
{
    return std::any_of(m_networks.begin(), m_networks.end(),
                       [known = plain(address)](const auto &network) { return known.isInSubnet(network); });
}

QHostAddress TrustedProxies::client(const QHostAddress &peer, const Headers &headers) const
{
    if (m_networks.isEmpty() || !trusts(peer))
        return peer;
    QByteArrayList hops;
    for (const auto &[name, value] : headers) {
        if (name.compare("X-Forwarded-For", Qt::CaseInsensitive) == 0)
            hops += value.split(',');
    }
    std::reverse(hops.begin(), hops.end()); // each proxy appends the address that it saw
    QHostAddress client = peer;
    for (const QByteArray &hop : std::as_const(hops)) {
        const QHostAddress address = readAddress(hop);
        if (address.isNull()) // the remaining entries cannot be trusted
            break;
        client = address;
        if (!trusts(address))
            break;
    }
    return client;
}

quint64 TrustedProxies::clientNetwork(const QHostAddress &peer, const Headers &headers) const
{
    const QHostAddress known = client(peer, headers);
    return trusts(known) ? 0 : networkNumber(known);
}
