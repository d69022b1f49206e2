// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class Peers;

/// Returns a route below `/internal`, for other servers on the database alone. The server that asks has checked what
/// its client may see; the handler trusts the signature and asks no other server, so a request makes one hop at most.
/// `path` is below `/internal`, such as `/cameras/:device_id/live.m3u8`.
Route peerRoute(const Peers &peers, const QString &path, Runs runs, std::function<Reply(const Call &)> handle);
