// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"

struct PeerHead;

/// What the refusals of another server mean for the client of this one.
namespace PeerProblem {

/// Returns the problem that the client is told: that of the other server, as it tells it to its own clients. It names
/// the address and the request of this server's client.
///
/// Throws: PeerUnreachable if another program refuses, or if the refusal is about this server: the other one does not
/// know its key, the route, or the name by which it is asked. No client would get such a refusal from the other server
/// itself.
Problem of(const PeerHead &head, const QByteArray &body);

/// Returns 503 `overloaded`: too many requests wait.
Problem overloaded();
}
