// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

/// Returns true if an address is globally reachable unicast: it is in no block of the IANA special-purpose address
/// registries for IPv4 and IPv6 (RFC 6890) whose "Globally Reachable" is not True, and it is not multicast.
///
/// A mapped IPv6 address, or one of NAT64 or ISATAP, is public only if the IPv4 address in it is, because a gateway on
/// the way forwards to that one. Addresses of 6to4 and Teredo, and compatible ones, are never public: the registries do
/// not call them globally reachable.
///
/// Thread: any.
bool isPublicAddress(const QHostAddress &address);
