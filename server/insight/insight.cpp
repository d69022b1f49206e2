// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/insight.h"

#include "server/cameras/ingest/footage.h"
#include "server/insight/marks/markjanitor.h"
#include "server/insight/marks/markservice.h"
#include "server/insight/vision/faceanalyzer.h"

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
    , files(shared.settings.marks, core.shared.server.storageId)
    , marks(core.database, core.events, core.links, files, shared.binLifetime)
    , times(core.database)
    , outsideMarks(core.database, core.events, files)
    , faces(core.database, marks, cameras.archive, core.peers, shared.settings.models,
            FaceJobPlace(shared.settings.data))
    , retained(core.database, core.shared.outlet, shared.binLifetime)
    , sandbox(core.database, cameras.devices, modes, caps,
              {.scenes = shared.settings.sandbox && Footage::isAvailable(),
               .faces = FaceAnalyzer::isInstalled(shared.settings.models)})
    , m_core(core)
{
}

JobTable InsightServices::jobs(CoreServices &core, MediaHub &media) const
{
    return markJobs(core.database, media, files, core.shared.started, core.shared.strayBefore, core.shared.outlet)
        + faceJobs(core.database, shared.settings.models, FaceJobPlace(shared.settings.data), core.shared.outlet)
        + sandboxJobs(core.database, core.shared.outlet);
}

RouteTable InsightServices::routes()
{
    return actionRoutes(actions) + modeRoutes(modes) + zoneRoutes(zones) + faceRoutes(faces) + markRoutes(marks)
        + markMediaRoutes(marks, m_core.peers) + markPeerRoutes(m_core.peers, files) + outsideMarkRoutes(outsideMarks)
        + sandboxRoutes(sandbox);
}
