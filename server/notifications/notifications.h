// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/core.h"
#include "server/core/jobs/job.h"
#include "server/core/meta/metaroutes.h"
#include "server/notifications/channelservice.h"
#include "server/notifications/listenerservice.h"
#include "server/notifications/notificationservice.h"
#include "server/notifications/notificationsettings.h"

class MarkFiles;

/// What the threads of one process share of notifications. Thread: any.
struct SharedNotifications
{
    const NotificationSettings &settings;
    const WebClient &webhooks; ///< reaches what accounts have named
};

/// The services of this area for one thread: notifications and their channels.
class NotificationServices
{
public:
    NotificationServices(CoreServices &core, const SharedNotifications &shared, const Caps &caps);

    RouteTable routes();
    /// Returns the messages that webhooks receive, for the OpenAPI document.
    static QList<WebhookEvent> webhooks();
    /// `marks`: the files of marks, whose pictures go into mails.
    JobTable jobs(CoreServices &core, const MarkFiles &marks) const;

    const SharedNotifications &shared;
    NotificationService notifications;
    ChannelService channels;
    ListenerService listeners;
};
