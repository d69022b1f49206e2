// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"

class CoreServices;
class MarkFiles;
class WebClient;
struct NotificationSettings;

/// Returns the jobs that plan notifications for every account and that deliver notifications, one at a time per
/// channel. `web`: reaches the webhooks.
JobTable notificationJobs(CoreServices &core, const MarkFiles &files, const NotificationSettings &settings,
                          const WebClient &web);
