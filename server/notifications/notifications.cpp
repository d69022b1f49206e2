// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notifications.h"

NotificationServices::NotificationServices(CoreServices &core, const NotificationSettings &settings)
    : notifications(core.database, core.shared.outlet)
    , channels(core.database, core.shared.key, settings.allowPrivateWebhooks)
{
}

RouteTable NotificationServices::routes() { return notificationRoutes(notifications) + channelRoutes(channels); }
