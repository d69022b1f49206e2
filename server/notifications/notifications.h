// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/core.h"
#include "server/notifications/channelservice.h"
#include "server/notifications/notificationservice.h"
#include "server/notifications/notificationsettings.h"

/// The services of this area for one thread: notifications and their channels.
class NotificationServices
{
public:
    NotificationServices(CoreServices &core, const NotificationSettings &settings);

    RouteTable routes();

    NotificationService notifications;
    ChannelService channels;
};
