// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingstorage.h"
#include "server/cameras/recording/spanstore.h"
#include "server/core/jobs/job.h"
#include "server/insight/observations/observationblock.h"

/// Removes what was seen in spans of time of which users have deleted the recording.
namespace ObservationEraser {

/// Returns the moments without those in the spans. In place of each run of these, the analysis begins anew, so that a
/// rule connects nothing across it.
QList<NotedMoment> without(QList<NotedMoment> moments, const QList<RemovedSpan> &spans);
/// Overwrites the moments of the spans in a file of observations. The blocks keep their places and sizes: the file may
/// still grow, and may be read meanwhile.
///
/// Throws: StorageError.
void erase(const QString &path, const QList<RemovedSpan> &spans);
}

/// Returns the job of each server that erases what is due in its files, every half minute. While the folder of the
/// recordings is away, everything waits.
JobTable observationEraserJobs(Database &database, const RecordingStorage &storage);
