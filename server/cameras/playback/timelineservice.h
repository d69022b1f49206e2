// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/timeline.h"
#include "server/cameras/capture/capturemodestore.h"
#include "server/cameras/playback/recordedruns.h"
#include "server/cameras/playback/recordedspan.h"
#include "server/cameras/recording/spanstore.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"

class DeviceService;
class TimelineMarks;

/// Describes what was recorded of a device, and what happened meanwhile.
class TimelineService
{
public:
    TimelineService(Database &database, DeviceService &devices, const QString &storageId, const QString &folder)
        : m_devices(devices)
        , m_store(database)
        , m_modes(database)
        , m_runs(database)
        , m_recordings(database, storageId, folder)
        , m_spans(database)
    {
    }

    struct Wanted
    {
        QDateTime from;
        QDateTime to;
        qint64 resolution = 0; ///< seconds; 0: a thousandth of the span
    };
    /// Returns the timeline of a device. A day or less is read from the fragments, with motion. A longer span is read
    /// from the index of files, which the database joins to runs. Marks are for a token that may read them.
    ///
    /// Throws: like DeviceService::watchable(); 422 at `?from`, `?to`, or `?resolution`.
    Timeline timeline(const Caller &caller, DeviceId device, const Wanted &wanted, TimelineMarks &marks);

    /// The longest time between the end of what the index has of a file that is being recorded, and the present.
    static constexpr qint64 indexLagMs = 60'000;

private:
    QList<RecordedRun> runsByFragment(Timeline &timeline);
    TimelineGap::Cause causeAfter(const Timeline &timeline, bool isOnline);

    DeviceService &m_devices;
    RecordingStore m_store;
    CaptureModeStore m_modes;
    RecordedRuns m_runs;
    RecordedSpan m_recordings;
    SpanStore m_spans;
};

/// Fills in the spans and gaps of a timeline. Runs are in order. `after` is the cause of a gap at its end.
void addRuns(Timeline &timeline, const QList<RecordedRun> &runs, TimelineGap::Cause after);

/// Gives the parts of gaps that users have made the cause `deleted`. `removed` are the spans of what they have deleted,
/// in order.
void nameRemoved(Timeline &timeline, const QList<RemovedSpan> &removed);

/// `marks` must outlive the routes.
RouteTable timelineRoutes(TimelineService &timelines, TimelineMarks &marks);
