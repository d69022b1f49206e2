// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/plans/retained.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"

/// Lets PlanKeeper keep plans and orders, every ten minutes.
JobTable planJobs(Database &database, const EventOutlet &outlet, const QList<Retained *> &retained);
