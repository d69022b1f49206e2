// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"

class Database;

/// Clears away, once an hour, what nobody can use any more: expired tokens and codes, and events that every client has
/// had a week to hear.
JobTable housekeeperJobs(Database &database);
