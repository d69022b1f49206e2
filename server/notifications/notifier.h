// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notifications/notification.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"

#include <atomic>

class PlannedChannel;

/// The content of a notification, before it has an id and a time.
struct Occurrence
{
    AccountId accountId = {}; ///< null: every account
    DeviceId deviceId = {}; ///< null: no device
    Headline headline = {};
};

/// Creates notifications, and plans their deliveries to the channels of the account. A notification is created in the
/// transaction of its cause, so it exists if and only if the cause was committed.
class Notifier
{
public:
    explicit Notifier(Database &database, EventOutlet outlet = {})
        : m_database(database)
        , m_outlet(std::move(outlet))
    {
    }

    /// The kind of job that plans the deliveries of a notification for every account; its key is the notification's id.
    static constexpr JobKind announcement{.name = QLatin1StringView("announcement"), .lane = Job::Lane::Outbound};

    /// Returns the observer that turns events with a headline into notifications. `cameraSettles`: see
    /// NotificationSettings.
    static EventObserver observer(std::chrono::milliseconds cameraSettles);
    /// Creates a notification.
    ///
    /// Transaction: the caller's.
    Notification record(const Occurrence &occurrence);
    /// Plans the deliveries of a notification for every account, some at a time, and none twice.
    ///
    /// Throws: std::runtime_error once `stopping` is true.
    void announce(NotificationId notification, const std::atomic_bool &stopping);

private:
    qint64 nextSequence(DeviceId device);
    QList<NotificationId> unlist(const QString &object);
    void recordEvent(const Notification &notification);
    void plan(const Notification &notification);
    void plan(const Notification &notification, const PlannedChannel &channel);
    NotificationChannelId announceAfter(NotificationId notification, NotificationChannelId after);

    Database &m_database;
    EventOutlet m_outlet;
};
