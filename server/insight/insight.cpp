// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/insight.h"

#include "server/cameras/ingest/footage.h"
#include "server/insight/marks/markjanitor.h"
#include "server/insight/marks/markmover.h"
#include "server/insight/marks/markservice.h"
#include "server/insight/observations/observationeraser.h"
#include "server/insight/vision/faceanalyzer.h"

namespace {
RecordingStorage storageOf(const CoreServices &core, const CameraServices &cameras)
{
    return {core.shared.server.storageId, cameras.shared.settings.storage, cameras.shared.settings.media};
}

QByteArray metric(const char *name, const char *type, const char *help, qint64 value)
{
    const QByteArray full = QByteArray("waymark_") + name;
    return "# HELP " + full + ' ' + help + "\n# TYPE " + full + ' ' + type + '\n' + full + ' '
        + QByteArray::number(value) + '\n';
}
}

InsightServices::InsightServices(CoreServices &core, CameraServices &cameras, const SharedInsight &shared,
                                 const Caps &caps)
    : shared(shared)
    , actions(core.database, shared.actions, cameras.devices)
    , modes(core.database, core.events, shared.objects, caps)
    , zones(
          core.database, cameras.devices, core.events,
          [store = ModeStore(core.database)](AccountId account, ZoneId zone) mutable {
              return store.modesNaming(account, zone);
          },
          caps)
    , files(shared.settings.marks, core.shared.server.storageId, cameras.shared.stored)
    , marks(core.database, core.events, core.links, files, shared.binLifetime)
    , times(core.database)
    , outsideMarks(core.database, core.events, files, caps)
    , faces(core.database, marks, cameras.archive, core.peers, shared.settings.models,
            FaceJobPlace(shared.settings.data))
    , retained(core.database, core.shared.outlet, shared.binLifetime)
    , sandbox(core.database, cameras.devices, modes, caps,
              {.scenes = shared.settings.sandbox && Footage::isAvailable(),
               .faces = FaceAnalyzer::isInstalled(shared.settings.models)})
    , analysis(core.database, cameras.devices, core.events, shared.objects)
    , observations(core.database, core.peers, storageOf(core, cameras))
    , search(core.database, cameras.devices, core.links)
    , observedSpans(cameras.devices, observations, core.shared.relay)
    , previews(core.database, modes, cameras.devices, analysis, observations, core.links, core.shared.relay,
               shared.previews)
    , m_core(core)
    , m_cameras(cameras)
{
}

JobTable InsightServices::jobs(CoreServices &core, MediaHub &media) const
{
    return markJobs(core.database, media, files, core.shared.started, core.shared.outlet)
        + faceJobs(core.database, shared.settings.models, FaceJobPlace(shared.settings.data), core.shared.outlet)
        + (m_cameras.shared.stored ? markMoverJobs(core.database, *m_cameras.shared.stored, files) : JobTable())
        + sandboxJobs(core.database, core.shared.outlet) + observationJobs(core.database, storageOf(core, m_cameras))
        + observationEraserJobs(core.database, storageOf(core, m_cameras));
}

RouteTable InsightServices::routes()
{
    return actionRoutes(actions) + modeRoutes(modes) + zoneRoutes(zones) + faceRoutes(faces) + markRoutes(marks)
        + markMediaRoutes(marks, m_core.peers) + markPeerRoutes(m_core.peers, files) + outsideMarkRoutes(outsideMarks)
        + sandboxRoutes(sandbox) + objectSearchRoutes(search) + observedSpanRoutes(observedSpans)
        + previewRoutes(previews) + analysisSettingsRoutes(analysis)
        + liveObservationRoutes(shared.live, m_cameras.streams) + liveObservationPeerRoutes(m_core.peers, shared.live)
        + observationPeerRoutes(m_core.peers, observations);
}

QByteArray InsightServices::metrics() const
{
    const ObjectFinder &objects = shared.objects;
    return metric("detector_available", "gauge", "Whether objects can be found.", objects.problem().isEmpty() ? 1 : 0)
        + metric("detector_waiting", "gauge", "Pictures that wait for the detector or are in it.", objects.waiting())
        + metric("detector_looks_total", "counter", "Pictures that were searched for objects.", objects.looks())
        + metric("detector_sheds_total", "counter", "Pictures that were not searched for lack of time.",
                 objects.sheds())
        + metric("observations_bytes_total", "counter", "Bytes of observations that were kept.",
                 shared.observations.written())
        + metric("observations_lost_total", "counter", "Minutes of observations of a camera that could not be kept.",
                 shared.observations.lost())
        + metric("meta_clients", "gauge", "Clients that follow the analysis of a camera.", shared.live.feeds())
        + metric("meta_skipped_total", "counter", "Observations that slow clients did not get.", shared.live.skipped());
}
