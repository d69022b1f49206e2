// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/billing.h"
#include "server/cameras/archive/archiveservice.h"
#include "server/cameras/bin/binroutes.h"
#include "server/cameras/camerasettings.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/sharing/shareservice.h"
#include "server/cameras/streams/streamservice.h"

class MediaHub;

/// What the threads of one process share of cameras. Thread: any.
struct SharedCameras
{
    const CameraSettings &settings;
    MediaHub &media;
};

/// Cameras, their pictures now and then, on one thread.
class CameraServices
{
public:
    CameraServices(CoreServices &core, IdentityServices &identity, const SharedCameras &shared);

    /// `restoreMark`: how a mark leaves the bin, which insight knows.
    RouteTable routes(const Restoring::Mark &restoreMark);

    DeviceService devices;
    ShareService shares;
    StreamService streams;
    ArchiveService archive;
    BinStore bin;
};
