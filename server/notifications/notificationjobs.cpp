// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notificationjobs.h"

#include "server/notifications/deliverer.h"
#include "server/notifications/notifier.h"

JobTable notificationJobs(Database &database, const ServerKey &key, const MarkFiles &files,
                          std::chrono::milliseconds firstPause, const WebClient &web)
{
    const auto deliverer = std::make_shared<Deliverer>(database, key, files, firstPause, web);
    return {{.kind = Notifier::announcement,
             .run =
                 [&database](const Job &job, const std::atomic_bool &stopping) {
                     if (const auto notification = NotificationId::parse(job.key))
                         Notifier(database).announce(*notification, stopping);
                     return std::nullopt;
                 }},
            {.kind = DeliveryStore::job, .run = [deliverer](const Job &job, const std::atomic_bool &) {
                 const auto channel = NotificationChannelId::parse(job.key);
                 return channel ? deliverer->deliverNext(*channel) : std::nullopt;
             }}};
}
