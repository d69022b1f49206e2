// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/binkeeper.h"
#include "server/core/jobs/job.h"

/// Empties the bin every ten minutes, and looks for stray files in this server's folders once a day. `started`: when
/// this server did.
JobTable binJobs(Database &database, const BinKeeper::Folders &folders, const QDateTime &strayBefore,
                 const EventOutlet &outlet);
