// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/billing.h"
#include "server/cameras/cameras.h"
#include "server/core/core.h"
#include "server/core/http/route.h"
#include "server/core/jobs/job.h"
#include "server/identity/identity.h"
#include "server/insight/insight.h"
#include "server/notifications/notifications.h"
#include "server/post/post.h"
#include "server/services/config.h"
#include "server/support/support.h"

class ApiDescription;
class ApiDocs;

/// The objects that the threads of a process share.
///
/// Thread: any.
struct Shared
{
    const Config &config;
    SharedCore core;
    SharedPost post;
    SharedIdentity identity;
    SharedCameras cameras;
    SharedInsight insight;
    SharedNotifications notifications;
    SharedSupport support;
    ApiDescription &description;
    ApiDocs &docs;
};

/// The services of all areas for one thread, with one database connection. Handlers never wait for other threads.
class Services
{
public:
    explicit Services(const Shared &shared);
    Q_DISABLE_COPY_MOVE(Services)

    /// Returns the routes of all areas. Their handlers use this object.
    RouteTable routes();
    /// Returns the jobs of all areas. Their handlers use this object.
    JobTable jobs();

    const Shared &shared;
    CoreServices core;
    PostServices post;
    IdentityServices identity;
    BillingServices billing;
    CameraServices cameras;
    InsightServices insight;
    NotificationServices notifications;
    SupportServices support;

private:
    void requireReady();
};

/// Returns the jobs that remove expired tokens and codes, and old events and failed jobs, once an hour.
JobTable housekeeperJobs(Database &database);
