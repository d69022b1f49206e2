// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

#include <QUrl>

class ServerKey;

/// Proves that a request comes from a server that shares `server.key`: the header `Waymark-Peer` carries a time and a
/// keyed hash over that time, the address of the server that is asked, the method, the path and the query, and over the
/// body of a POST. A request that somebody has recorded is therefore valid at no other server.
namespace PeerSignature {

/// Returns the header's value for a request that is sent now. `receiver`: the address that the server to be asked
/// advertises. `target`: the path, with the query if there is one.
QByteArray of(const ServerKey &key, const QUrl &receiver, Method method, const QByteArray &target,
              const QByteArray &body = {});
/// Returns whether the request is a GET, HEAD, POST or DELETE whose signature is valid for the server that advertises
/// the address `self`, and no more than a minute old or ahead. Compares in constant time.
bool holds(const ServerKey &key, const QUrl &self, const Request &request);

/// Returns the value of the same header in the answer to a request with this signature. It proves that the answer comes
/// from a server with the key, and not from a proxy or another program at its address.
QByteArray ofAnswer(const ServerKey &key, const QByteArray &requestSignature);
/// Returns whether an answer with this value of the header answers the request with that signature. Compares in
/// constant time.
bool holdsOfAnswer(const ServerKey &key, const QByteArray &requestSignature, const QByteArray &value);

inline constexpr auto header = "Waymark-Peer";
}
