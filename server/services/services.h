// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/billing.h"
#include "server/cameras/cameras.h"
#include "server/core/core.h"
#include "server/identity/identity.h"
#include "server/insight/insight.h"
#include "server/notifications/notifications.h"
#include "server/post/post.h"
#include "server/services/config.h"
#include "server/support/support.h"

/// What the threads of one process share: objects that may be used from every thread.
struct Shared
{
    const Config &config;
    SharedCore core;
    SharedPost post;
    SharedIdentity identity;
    SharedCameras cameras;
    SharedInsight insight;
};

/// The eight areas on one thread, over one database connection. No handler ever waits for another thread's.
class Services
{
public:
    explicit Services(const Shared &shared);
    Q_DISABLE_COPY_MOVE(Services)

    RouteTable routes();

    CoreServices core;
    PostServices post;
    IdentityServices identity;
    BillingServices billing;
    CameraServices cameras;
    InsightServices insight;
    NotificationServices notifications;
    SupportServices support;
};
