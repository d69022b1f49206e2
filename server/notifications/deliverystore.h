// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notifications/notification.h"
#include "models/notifications/notificationchannel.h"
#include "server/core/jobs/jobstore.h"

struct PageRequest;

/// Which deliveries are meant. What is null or empty does not narrow it.
struct DeliveryQuery
{
    AccountId account;
    NotificationChannelId channel;
    std::optional<NotificationDelivery::State> state;
};

/// The SQL of deliveries. A channel with pending deliveries has a job with the channel's id as its key, so that no two
/// servers deliver to one channel. Accounts take turns. A channel that was slow to answer has its job in a lane of its
/// own, so that channels that answer at once never wait for it.
class DeliveryStore
{
public:
    /// Returns the kind of the job of a channel.
    static constexpr JobKind kind(bool slow)
    {
        return slow ? JobKind{.name = QLatin1StringView("slow_delivery"), .lane = Job::Lane::SlowDelivery}
                    : JobKind{.name = QLatin1StringView("delivery"), .lane = Job::Lane::Delivery};
    }

    explicit DeliveryStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const NotificationDelivery &delivery);
    bool isPlanned(NotificationId notification, NotificationChannelId channel);
    /// Newest first, by `createdAt` and id.
    QList<NotificationDelivery> list(const DeliveryQuery &query, const PageRequest &page);
    qint64 count(const DeliveryQuery &query);
    /// Returns the numbers of deliveries since a time, and the last attempt of these.
    ChannelHealth health(NotificationChannelId channel, const QDateTime &since);
    std::optional<NotificationDelivery> find(AccountId account, NotificationDeliveryId delivery);
    /// Transaction: the caller's, which locks the delivery.
    std::optional<NotificationDelivery> findForUpdate(NotificationDeliveryId delivery);
    QList<DeliveryAttempt> attempts(NotificationDeliveryId delivery);

    /// Returns the delivery of a channel that is due first, now or later.
    std::optional<NotificationDelivery> next(NotificationChannelId channel);
    /// Returns the other deliveries that are due in the same channel.
    QList<NotificationDelivery> dueWith(const NotificationDelivery &first, const QDateTime &now, int limit);
    /// Returns the deliveries that a digest of an earlier attempt includes.
    QList<NotificationDelivery> digestedInto(const NotificationDelivery &into);
    /// Returns the notifications of the deliveries in the same order, with an empty one for each withdrawn
    /// notification.
    QList<Notification> notifications(const QList<NotificationDelivery> &deliveries);
    /// Adds deliveries to a digest, and stores the payload of `into`, which says that it is a digest.
    void digestInto(const NotificationDelivery &into, const QList<NotificationDelivery> &others, const QDateTime &now);
    /// Stores the outcome of an attempt. `payload` is the payload that was sent.
    void setOutcome(const NotificationDelivery &delivery);
    void insertAttempt(const DeliveryAttempt &attempt) { m_database.insert(attempt); }
    /// Returns the time since which attempts have failed. It starts anew when a delivery is sent again.
    QDateTime retrySince(NotificationDeliveryId delivery);
    /// Makes a delivery due now, and restarts the time after which attempts end.
    void sendAgain(NotificationDeliveryId delivery, const QDateTime &now);
    qint64 sendAllAgain(NotificationChannelId channel, const QDateTime &since, const QDateTime &now);

    /// Adds the job of a channel, in the lane that the channel belongs to now.
    void enqueue(NotificationChannelId channel, const QDateTime &dueAt);

private:
    Database &m_database;
};
