// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/services.h"

#include "server/cameras/ingest/mediahub.h"
#include "server/core/base/diskspace.h"
#include "server/core/base/durablefile.h"
#include "server/core/docs/docsroutes.h"
#include "server/core/meta/apidescription.h"

Services::Services(const Shared &shared)
    : shared(shared)
    , core(shared.core)
    , post(core, shared.post)
    , identity(core, post, shared.identity, BillingServices::forIdentity(billing), shared.config.caps)
    , billing(core, identity, shared.config.payment, shared.config.caps)
    , cameras(core, shared.cameras, shared.config.caps)
    , insight(core, cameras, shared.insight, shared.config.caps)
    , notifications(core, shared.notifications, shared.config.caps)
    , support(core, identity, post, cameras, insight, shared.support)
{
}

JobTable Services::jobs()
{
    const QString marks = shared.config.insight.marks;
    const auto filesOfMark = [files = insight.files](DeviceId device, DeviceMarkId mark) {
        return files.paths(device, mark);
    };
    // Photos and videos use the storage of a plan first. Uploads that do not fit are refused, and marks get the rest.
    return post.jobs(core) + identity.jobs(core) + BillingServices::jobs(core, {&cameras.retained, &insight.retained})
        + cameras.jobs(core, marks, filesOfMark) + insight.jobs(core, shared.cameras.media)
        + notifications.jobs(core, insight.files) + support.jobs() + housekeeperJobs(core.database);
}

/// Requires that this server works: the database answers, the disk has room, and all cameras are recorded.
///
/// Throws: StorageError, or the exceptions of the database.
void Services::requireReady()
{
    core.database.value("SELECT 1");
    core.shared.disk.require();
    if (!shared.cameras.media.isKeeping())
        throw StorageError("a camera is not recorded");
}

RouteTable Services::routes()
{
    const RouteTable all =
        core.routes(identity.audience) + identity.routes() + billing.routes()
        + cameras.routes([this](const Caller &caller, DeviceMarkId id) { return insight.marks.restore(caller, id); },
                         insight.times, [this](DeviceId id) { return insight.zones.ofDevice(id); })
        + insight.routes() + notifications.routes() + support.routes() + docsRoutes(shared.docs, shared.core.publicUrl)
        + metaRoutes(
            shared.description, [this] { requireReady(); }, [this] { return cameras.metrics() + insight.metrics(); });
    shared.description.describe(all, NotificationServices::webhooks());
    return all;
}
