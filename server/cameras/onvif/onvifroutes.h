// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/core/net/sourceaddress.h"

/// Returns the routes that find cameras, and the streams of a camera. Nothing is sent to any network unless a user
/// asks. Without `allowPrivate`, the server's own networks are not searched, and cameras need public addresses.
RouteTable onvifRoutes(const HostResolver &hosts, bool allowPrivate);
