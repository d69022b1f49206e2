// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/services.h"

#include "server/core/http/metaroutes.h"

Services::Services(const Shared &shared)
    : core(shared.core)
    , post(core, shared.post)
    , identity(core, post, shared.identity, BillingServices::forIdentity(billing))
    , billing(core, identity, shared.config.payment)
    , cameras(core, identity, shared.cameras)
    , insight(core, cameras, shared.insight)
    , notifications(core, shared.config.notifications)
    , support(core, identity)
{
}

RouteTable Services::routes()
{
    const RouteTable all = core.routes(identity.audience) + identity.routes() + billing.routes()
        + cameras.routes([this](const Caller &caller, DeviceMarkId id) { return insight.marks.restore(caller, id); })
        + insight.routes() + notifications.routes() + support.routes() + plannedRoutes();
    return all
        + metaRoutes(all, QStringLiteral(WAYMARK_VERSION), [&database = core.database] { database.value("SELECT 1"); });
}
