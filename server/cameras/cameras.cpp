// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/cameras.h"

#include "server/cameras/archive/archiveroutes.h"
#include "server/cameras/streams/streamroutes.h"

CameraServices::CameraServices(CoreServices &core, IdentityServices &identity, const SharedCameras &shared)
    : shared(shared)
    , devices(core.database, core.events, core.shared.key,
              {shared.settings.allowPrivateSources, shared.settings.allowFileSources}, shared.settings.binLifetime)
    , shares(core.database, core.events)
    , streams(devices, shared.media, core.links, identity.visibility)
    , archive(core.database, core.events, core.links, ArchiveFiles(shared.settings.archive),
              shared.settings.binLifetime)
    , bin(core.database)
    , retained(core.database, core.shared.outlet, shared.settings.binLifetime)
{
}

JobTable CameraServices::jobs(CoreServices &core, const QString &marks) const
{
    return binJobs(core.database, {shared.settings.archive, marks, shared.settings.media}, core.shared.started,
                   core.shared.outlet);
}

RouteTable CameraServices::routes(const Restoring::Mark &restoreMark)
{
    const Restoring restoring{
        .mark = restoreMark,
        .device = [this](const Caller &caller, DeviceId id) { return devices.restore(caller, id); },
        .data = [this](const Caller &caller, DeviceDataId id) { return archive.restore(caller, id); }};
    return deviceGroupRoutes(devices) + deviceRoutes(devices) + archiveRoutes(archive) + binRoutes(bin, restoring)
        + shareRoutes(shares) + streamRoutes(streams);
}
