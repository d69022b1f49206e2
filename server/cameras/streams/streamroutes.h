// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class MediaHub;
class Peers;
class StreamService;

RouteTable streamRoutes(StreamService &streams);
/// What other servers ask of the cameras that this one reads.
RouteTable streamPeerRoutes(const Peers &peers, MediaHub &media);
