// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"

class AppNotices;
class Database;
class EventStore;

/// Lets TrialReminder remind developers, every hour.
JobTable trialJobs(Database &database, EventStore &events, AppNotices &notices);
