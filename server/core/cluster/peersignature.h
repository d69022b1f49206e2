// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

class ServerKey;

/// Proves that a request comes from a server that shares `server.key`: the header `Waymark-Peer` carries a time and a
/// keyed hash over that time, the method, the path and the query.
namespace PeerSignature {

/// Returns the header's value for a request that is sent now. `target`: the path, with the query where there is one.
QByteArray of(const ServerKey &key, Method method, const QByteArray &target);
/// Returns whether the request carries the header, whatever it says.
bool isSigned(const Request &request);
/// Returns whether the signature is valid and no more than a minute old, or ahead. Compares in constant time.
bool holds(const ServerKey &key, const Request &request);

inline constexpr auto header = "Waymark-Peer";
}
