// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"

#include <QDateTime>

#include <atomic>

class CoreServices;
class Database;
class MarkFiles;
struct NotificationSettings;
class WebClient;

/// How long notifications and their deliveries are kept.
namespace NotificationAge {

constexpr int daysOfDeliveries = 30;
constexpr int daysOfNotifications = 90;

/// Deletes the deliveries, with their attempts, and the notifications that are older, some at a time. What is still to
/// be delivered stays.
///
/// Throws: std::runtime_error once `stopping` is true.
void purge(Database &database, const QDateTime &now, const std::atomic_bool &stopping);
}

/// Returns the jobs that plan notifications for every account and that deliver notifications, one at a time per
/// channel. `web`: reaches the webhooks.
JobTable notificationJobs(CoreServices &core, const MarkFiles &files, const NotificationSettings &settings,
                          const WebClient &web);
