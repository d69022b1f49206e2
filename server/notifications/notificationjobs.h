// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"

#include <chrono>

class Database;
class MarkFiles;
class ServerKey;
class WebClient;

/// Returns the jobs that plan notifications for every account and that deliver notifications, one at a time per
/// channel. `firstPause`: after the first try that fails. `web`: reaches the webhooks.
JobTable notificationJobs(Database &database, const ServerKey &key, const MarkFiles &files,
                          std::chrono::milliseconds firstPause, const WebClient &web);
