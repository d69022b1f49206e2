// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/cameras.h"

#include "server/cameras/archive/archiveservice.h"
#include "server/cameras/mediamover.h"
#include "server/cameras/onvif/onvifroutes.h"
#include "server/cameras/playback/clipcapture.h"
#include "server/cameras/recorder/recordingeraser.h"
#include "server/cameras/recorder/recordingkeeper.h"
#include "server/cameras/recorder/recordingmetrics.h"
#include "server/cameras/recorder/strandedsheets.h"
#include "server/cameras/store/storedmedia.h"
#include "server/cameras/store/storeowner.h"
#include "server/cameras/streams/streamservice.h"
#include "server/cameras/webrtc/whepsessions.h"

namespace {
SourcePolicy policyOf(const CameraSettings &settings, const HostResolver &hosts)
{
    return {settings.allowPrivateSources, settings.allowFileSources, hosts};
}

/// Returns the settings for connections that are tested: nothing is recorded.
MediaSettings tested(const CameraSettings &settings, const HostResolver &hosts)
{
    MediaSettings media;
    media.allowFiles = settings.allowFileSources;
    media.allowPrivate = settings.allowPrivateSources;
    media.hosts = &hosts;
    return media;
}

RecordingStorage recordingsOf(const CoreServices &core, const SharedCameras &shared)
{
    return {core.shared.server.storageId, shared.settings.storage, shared.settings.media,
            shared.stored ? shared.stored->id() : QString()};
}
}

CameraServices::CameraServices(CoreServices &core, const SharedCameras &shared, const Caps &caps)
    : shared(shared)
    , devices(core.database, core.events, core.shared.key, policyOf(shared.settings, core.shared.hosts),
              shared.settings.binLifetime, caps)
    , connectionTests(core.database, core.shared.key, policyOf(shared.settings, core.shared.hosts),
                      tested(shared.settings, core.shared.hosts), shared.connectionTests)
    , streamSettings(core.database, devices, core.events, policyOf(shared.settings, core.shared.hosts))
    , captureModes(core.database, devices, core.events)
    , shares(core.database, core.events, caps)
    , streams(core.database, devices, shared.media, core.links, core.peers)
    , whep(streams, shared.media, shared.viewers, shared.settings.viewers, {core.peers, core.shared.key})
    , files(shared.settings.archive, core.shared.server.storageId, &core.shared.disk)
    , archive(core.database, core.events, core.links, files, shared.settings.binLifetime, caps, shared.stored)
    , holds(core.database, core.events)
    , uploads(core.database, archive, files)
    , captures(core.database, devices, archive, shared.media, core.peers)
    , playback(core.database, devices, core.links, core.peers, shared.settings.storage, shared.stored, shared.clips)
    , timelines(core.database, devices, core.shared.server.storageId, shared.settings.storage)
    , recordingSpans(core.database, core.events, caps)
    , storage(core.database, devices)
    , bin(core.database)
    , retained(core.database, core.shared.outlet, shared.settings.binLifetime)
    , m_core(core)
{
}

JobTable CameraServices::jobs(CoreServices &core, const QString &marks, const FilesOfMark &filesOfMark) const
{
    const RecordingStorage here = recordingsOf(core, shared);
    const BinKeeper::Folders folders{shared.settings.archive, marks, shared.settings.media};
    JobTable ofStore;
    if (shared.stored)
        ofStore = mediaMoverJobs(core.database, *shared.stored, files, here, shared.media)
            + storeOwnerJobs(core.database, *shared.stored);
    return binJobs(core.database, folders, here.id, core.shared.outlet)
        + mediaRemoverJobs(core.database, here, {folders, shared.settings.sharedMedia, filesOfMark})
        + dataUploadJobs(core.database, files)
        + captureJobs(core.database, core.shared.outlet, shared.media, files, archive.caps(), core.shared.started)
        + recordingJobs(core.database, here, shared.settings.recordings, shared.media)
        + recordingEraserJobs(core.database, here, shared.media, shared.stored) + strandedSheetJobs(core.database, here)
        + ofStore;
}

QByteArray CameraServices::metrics()
{
    return recordingMetrics(m_core.database, shared.media, m_core.shared.disk, recordingsOf(m_core, shared))
        + shared.viewers.metrics();
}

RouteTable CameraServices::routes(const Restoring::Mark &restoreMark, TimelineMarks &marks, const ZonesOf &zonesOf)
{
    const Restoring restoring{
        .mark = restoreMark,
        .device = [this](const Caller &caller, DeviceId id) { return devices.restore(caller, id); },
        .data = [this](const Caller &caller, DeviceDataId id) { return archive.restore(caller, id); }};
    return deviceGroupRoutes(devices) + connectionTestRoutes(connectionTests) + deviceRoutes(devices, zonesOf)
        + streamSettingsRoutes(streamSettings)
        + onvifRoutes(m_core.shared.hosts, shared.settings.allowPrivateSources, shared.connectionTests)
        + captureModeRoutes(captureModes) + archiveRoutes(archive, m_core.peers) + holdRoutes(holds)
        + dataUploadRoutes(uploads) + binRoutes(bin, restoring) + shareRoutes(shares) + streamRoutes(streams)
        + archivePeerRoutes(m_core.peers, files) + streamPeerRoutes(m_core.peers, shared.media) + whepRoutes(whep)
        + whepPeerRoutes(m_core.peers, whep) + timelineRoutes(timelines, marks) + recordingSpanRoutes(recordingSpans)
        + storageRoutes(storage) + playbackRoutes(playback) + playbackPeerRoutes(m_core.peers, playback)
        + cameraCaptureRoutes(captures) + cameraCapturePeerRoutes(m_core.peers, shared.media);
}
