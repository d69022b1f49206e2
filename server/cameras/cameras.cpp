// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/cameras.h"

#include "server/cameras/archive/archiveroutes.h"
#include "server/cameras/streams/streamroutes.h"

CameraServices::CameraServices(CoreServices &core, IdentityServices &identity, const SharedCameras &shared)
    : devices(core.database, core.events, core.shared.key,
              {shared.settings.allowPrivateSources, shared.settings.allowFileSources}, shared.settings.binLifetime)
    , shares(core.database, core.events)
    , streams(devices, shared.media, core.links, identity.visibility)
    , archive(core.database, core.events, core.links, ArchiveFiles(shared.settings.archive),
              shared.settings.binLifetime)
    , bin(core.database)
{
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
