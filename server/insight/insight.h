// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/cameras.h"
#include "server/insight/actions/actionservice.h"
#include "server/insight/analysis/analysissettingsservice.h"
#include "server/insight/faces/faceservice.h"
#include "server/insight/insightsettings.h"
#include "server/insight/marks/markservice.h"
#include "server/insight/marks/marktimes.h"
#include "server/insight/marks/outsidemarks.h"
#include "server/insight/marks/retainedmarks.h"
#include "server/insight/modes/modeservice.h"
#include "server/insight/observations/objectsearch.h"
#include "server/insight/observations/observedspans.h"
#include "server/insight/preview/previewservice.h"
#include "server/insight/sandbox/sandboxservice.h"
#include "server/insight/zones/zoneservice.h"

/// The objects of this area that the threads of a process share.
///
/// Thread: any.
struct SharedInsight
{
    const InsightSettings &settings;
    std::chrono::hours binLifetime;
    ActionJournal &actions;
    ObjectFinder &objects;
    LiveObservations &live;
    ObservationWriter &observations;
    PreviewThreads &previews;
};

/// The services of this area for one thread: modes, zones, marks, faces, and the activity log.
class InsightServices
{
public:
    InsightServices(CoreServices &core, CameraServices &cameras, const SharedInsight &shared, const Caps &caps);

    RouteTable routes();
    JobTable jobs(CoreServices &core, MediaHub &media) const;
    /// Returns the load of the analysis in the Prometheus text format.
    QByteArray metrics() const;

    const SharedInsight &shared;
    ActionService actions;
    ModeService modes;
    ZoneService zones;
    MarkFiles files;
    MarkService marks;
    MarkTimes times;
    OutsideMarks outsideMarks;
    FaceService faces;
    RetainedMarks retained;
    SandboxService sandbox;
    AnalysisSettingsService analysis;
    ObservationFiles observations;
    ObjectSearch search;
    ObservedSpans observedSpans;
    PreviewService previews;

private:
    CoreServices &m_core;
    CameraServices &m_cameras;
};
