// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingstorage.h"
#include "server/core/jobs/job.h"

class Database;

/// Returns the job of each server that removes the contact sheets in its folder of which nothing is recorded any more:
/// another server may have deleted the recordings or the camera while this one was down.
JobTable strandedSheetJobs(Database &database, const RecordingStorage &storage);
