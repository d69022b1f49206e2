// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/core/net/sourceaddress.h"

class ConnectionSlots;

/// Returns the routes that find cameras, and the streams of a camera. Nothing is sent to any network unless a user
/// asks. Without `allowPrivate`, the server's own networks are not searched, and cameras need public addresses.
/// A request takes one of the slots of connection tests, because a slow camera occupies a thread for more than a
/// minute.
RouteTable onvifRoutes(const HostResolver &hosts, bool allowPrivate, ConnectionSlots &running);
