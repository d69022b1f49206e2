// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class ChannelService;
class NotificationService;

RouteTable notificationRoutes(NotificationService &notifications);
/// Where notifications go, and what became of them there.
RouteTable channelRoutes(ChannelService &channels);
