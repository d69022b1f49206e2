// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notificationjobs.h"

#include "models/core/times.h"
#include "server/core/core.h"
#include "server/notifications/cameranews.h"
#include "server/notifications/deliverer.h"
#include "server/notifications/notificationsettings.h"
#include "server/notifications/notifier.h"

namespace {
constexpr JobKind age{.name = QLatin1StringView("notification_age"), .lane = Job::Lane::Tidy};

JobHandler deliveryJob(const std::shared_ptr<Deliverer> &deliverer, bool slow)
{
    return {.kind = DeliveryStore::kind(slow), .run = [deliverer, slow](const Job &job, const std::atomic_bool &) {
                const auto channel = NotificationChannelId::parse(job.key);
                return channel ? deliverer->deliverNext(*channel, slow) : std::nullopt;
            }};
}
}

JobTable notificationJobs(CoreServices &core, const MarkFiles &files, const NotificationSettings &settings,
                          const WebClient &web)
{
    Database &database = core.database;
    const auto deliverer = std::make_shared<Deliverer>(database, core.shared.key, files, settings.retry, web);
    return {{.kind = Notifier::announcement,
             .run =
                 [&database](const Job &job, const std::atomic_bool &stopping) {
                     if (const auto notification = NotificationId::parse(job.key))
                         Notifier(database).announce(*notification, stopping);
                     return std::nullopt;
                 }},
            {.kind = CameraNews::job,
             .run = [&database, settles = settings.cameraSettles, outlet = core.shared.outlet](
                        const Job &job, const std::atomic_bool &) -> std::optional<QDateTime> {
                 const auto device = DeviceId::parse(job.key);
                 return device ? CameraNews(database, settles, outlet).report(*device) : std::nullopt;
             }},
            {.kind = age,
             .run =
                 [&database](const Job &, const std::atomic_bool &stopping) {
                     NotificationAge::purge(database, Times::now(), stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::hours(1)},
            deliveryJob(deliverer, false),
            deliveryJob(deliverer, true)};
}
