// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"

class MarkFiles;
class MediaHub;

/// Makes clips, empties the bin of marks every ten minutes, and looks for stray files in this server's folder once a
/// day. `started`: when this server did. `strayBefore`: SharedCore::strayBefore.
JobTable markJobs(Database &database, MediaHub &media, const MarkFiles &files, const QDateTime &started,
                  const QDateTime &strayBefore, const EventOutlet &outlet);
