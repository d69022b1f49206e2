// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/hostresolver.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace {
/// An address family's block. The bytes after the prefix are zero.
template <std::size_t size>
struct Block
{
    std::array<quint8, size> prefix;
    int bits;

    constexpr bool contains(const std::array<quint8, size> &address) const
    {
        for (int bit = 0; bit < bits; bit += 8) {
            const int rest = std::min(8, bits - bit);
            const auto mask = quint8(0xff << (8 - rest));
            const auto at = std::size_t(bit / 8);
            if ((address[at] & mask) != (prefix[at] & mask))
                return false;
        }
        return true;
    }
};
using Bytes4 = std::array<quint8, 4>;
using Bytes16 = std::array<quint8, 16>;
using V4 = Block<4>;
using V6 = Block<16>;

/// IANA IPv4 Special-Purpose Address Registry, and multicast (RFC 5771).
constexpr V4 special4[] = {
    {{0, 0, 0, 0}, 8}, // this network, RFC 791
    {{10, 0, 0, 0}, 8}, // private use, RFC 1918
    {{100, 64, 0, 0}, 10}, // shared address space, RFC 6598
    {{127, 0, 0, 0}, 8}, // loopback, RFC 1122
    {{169, 254, 0, 0}, 16}, // link-local, RFC 3927
    {{172, 16, 0, 0}, 12}, // private use, RFC 1918
    {{192, 0, 0, 0}, 24}, // IETF protocol assignments, RFC 6890
    {{192, 0, 2, 0}, 24}, // documentation, RFC 5737
    {{192, 88, 99, 0}, 24}, // 6to4 relay anycast, RFC 7526
    {{192, 168, 0, 0}, 16}, // private use, RFC 1918
    {{198, 18, 0, 0}, 15}, // benchmarking, RFC 2544
    {{198, 51, 100, 0}, 24}, // documentation, RFC 5737
    {{203, 0, 113, 0}, 24}, // documentation, RFC 5737
    {{224, 0, 0, 0}, 4}, // multicast, RFC 5771
    {{240, 0, 0, 0}, 4}, // reserved and limited broadcast, RFC 1112, RFC 8190
};

/// Parts of 192.0.0.0/24 that are globally reachable.
constexpr V4 reachable4[] = {
    {{192, 0, 0, 9}, 32}, // Port Control Protocol anycast, RFC 7723
    {{192, 0, 0, 10}, 32}, // TURN anycast, RFC 8155
};

/// IANA has delegated global unicast from this block only (RFC 4291). Everything outside of it is special-purpose or
/// unassigned, except for the well-known NAT64 prefix.
constexpr V6 globalUnicast{{0x20}, 3};

/// IANA IPv6 Special-Purpose Address Registry, as far as it lies in global unicast.
constexpr V6 special6[] = {
    {{0x20, 0x01}, 23}, // IETF protocol assignments, RFC 2928, with Teredo, benchmarking, ORCHID
    {{0x20, 0x01, 0x0d, 0xb8}, 32}, // documentation, RFC 3849
    {{0x20, 0x02}, 16}, // 6to4, RFC 3056: carries an IPv4 address, and its relays are gone (RFC 7526)
    {{0x26, 0x20, 0x00, 0x4f, 0x80, 0x00}, 48}, // direct delegation AS112, RFC 7534: sinks, no hosts
    {{0x3f, 0xff}, 20}, // documentation, RFC 9637
};

/// Parts of 2001::/23 that are globally reachable.
constexpr V6 reachable6[] = {
    {{0x20, 0x01, 0x00, 0x01, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128}, // PCP anycast, RFC 7723
    {{0x20, 0x01, 0x00, 0x01, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2}, 128}, // TURN anycast, RFC 8155
    {{0x20, 0x01, 0x00, 0x03}, 32}, // AMT, RFC 7450
    {{0x20, 0x01, 0x00, 0x20}, 28}, // ORCHIDv2, RFC 7343
    {{0x20, 0x01, 0x00, 0x30}, 28}, // drone remote ID, RFC 9374
};

constexpr V6 nat64{{0x00, 0x64, 0xff, 0x9b}, 96}; // RFC 6052
/// ::/96 compatible, ::ffff:0:0/96 mapped (RFC 4291), ::ffff:0:0:0/96 translated (RFC 2765)
constexpr V6 compatible{{}, 96};
constexpr V6 mapped{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96};
constexpr V6 translated{{0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96};

template <typename Blocks, typename Bytes>
bool isIn(const Blocks &blocks, const Bytes &address)
{
    return std::ranges::any_of(blocks, [&](const auto &block) { return block.contains(address); });
}

bool isPublic4(const Bytes4 &address) { return isIn(reachable4, address) || !isIn(special4, address); }

/// Returns the last four bytes as an IPv4 address.
Bytes4 embedded(const Bytes16 &address) { return {address[12], address[13], address[14], address[15]}; }

/// ISATAP (RFC 5214): the interface identifier is 0000:5efe or 0200:5efe, followed by an IPv4 address.
bool isIsatap(const Bytes16 &address)
{
    return (address[8] & 0xfd) == 0 && address[9] == 0 && address[10] == 0x5e && address[11] == 0xfe;
}

bool isPublic6(const Bytes16 &address)
{
    if (mapped.contains(address) || nat64.contains(address)) // the connection is made by IPv4
        return isPublic4(embedded(address));
    if (compatible.contains(address) || translated.contains(address))
        return false; // deprecated, and reached by no route on the internet
    if (isIsatap(address) && !isPublic4(embedded(address)))
        return false;
    return globalUnicast.contains(address) && (isIn(reachable6, address) || !isIn(special6, address));
}
}

bool isPublicAddress(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        Bytes4 bytes{};
        qToBigEndian(address.toIPv4Address(), bytes.data());
        return isPublic4(bytes);
    }
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return false;
    const Q_IPV6ADDR raw = address.toIPv6Address();
    Bytes16 bytes{};
    std::copy(std::begin(raw.c), std::end(raw.c), bytes.begin());
    return address.scopeId().isEmpty() && isPublic6(bytes);
}
