// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/billing.h"
#include "server/cameras/archive/archiveservice.h"
#include "server/cameras/archive/dataholds.h"
#include "server/cameras/archive/datauploads.h"
#include "server/cameras/archive/retaineddata.h"
#include "server/cameras/bin/binstore.h"
#include "server/cameras/binkeeper.h"
#include "server/cameras/camerasettings.h"
#include "server/cameras/capture/capturemodeservice.h"
#include "server/cameras/devices/connectiontests.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/devices/streamsettingsservice.h"
#include "server/cameras/mediaremover.h"
#include "server/cameras/playback/cameracaptures.h"
#include "server/cameras/playback/playbackservice.h"
#include "server/cameras/playback/recordingspans.h"
#include "server/cameras/playback/storageservice.h"
#include "server/cameras/playback/timelineservice.h"
#include "server/cameras/sharing/shareservice.h"
#include "server/cameras/streams/streamservice.h"
#include "server/cameras/webrtc/whepservice.h"

class MediaHub;
class StoredMedia;

/// The objects of this area that the threads of a process share.
///
/// Thread: any.
struct SharedCameras
{
    const CameraSettings &settings;
    MediaHub &media;
    ConnectionSlots &connectionTests;
    WhepSessions &viewers;
    RunningClips &clips;
    StoredMedia *stored = nullptr; ///< null: there is no media store
};

/// The services of this area for one thread: cameras, shares, live streams, stored photos and videos, and the bin.
class CameraServices
{
public:
    CameraServices(CoreServices &core, const SharedCameras &shared, const Caps &caps);

    /// Returns the routes of this area. `restoreMark` restores a mark from the bin, `marks` finds those of a timeline,
    /// and `zonesOf` the zones of a device; the area `insight` provides them.
    RouteTable routes(const Restoring::Mark &restoreMark, TimelineMarks &marks, const ZonesOf &zonesOf);
    /// Returns the jobs of this area. `marks` is the folder of marks, which contains a subfolder for each device.
    JobTable jobs(CoreServices &core, const QString &marks, const FilesOfMark &filesOfMark) const;
    /// Returns the metrics of this area in the text format of Prometheus.
    QByteArray metrics();

    const SharedCameras &shared;
    DeviceService devices;
    ConnectionTests connectionTests;
    StreamSettingsService streamSettings;
    CaptureModeService captureModes;
    ShareService shares;
    StreamService streams;
    WhepService whep;
    ArchiveFiles files;
    ArchiveService archive;
    DataHolds holds;
    DataUploads uploads;
    CameraCaptures captures;
    PlaybackService playback;
    TimelineService timelines;
    RecordingSpans recordingSpans;
    StorageService storage;
    BinStore bin;
    RetainedData retained;

private:
    CoreServices &m_core;
};
