// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notifications.h"

#include "server/insight/marks/markfiles.h"
#include "server/notifications/notificationjobs.h"

NotificationServices::NotificationServices(CoreServices &core, const SharedNotifications &shared, const Caps &caps)
    : shared(shared)
    , notifications(core.database, core.shared.outlet)
    , channels(core.database, core.shared.key, core.shared.hosts, shared.settings.allowPrivateWebhooks, caps)
    , listeners(core.database, core.shared.key, core.shared.outlet)
{
}

JobTable NotificationServices::jobs(CoreServices &core, const MarkFiles &marks) const
{
    return notificationJobs(core, marks, shared.settings, shared.webhooks);
}

RouteTable NotificationServices::routes()
{
    return notificationRoutes(notifications) + channelRoutes(channels) + listenerRoutes(listeners);
}
