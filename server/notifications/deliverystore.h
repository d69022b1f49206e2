// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// The SQL of deliveries. A channel with deliveries that wait has a job of the kind `job`, with the channel's id as its
/// key, so that no two servers are at one channel.
class DeliveryStore
{
public:
    /// A webhook may take seconds to answer, and must leave threads of the lane to mail.
    static constexpr JobKind job{.name = QLatin1StringView("delivery"), .lane = Job::Lane::Outbound, .atOnce = 3};

    explicit DeliveryStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const NotificationDelivery &delivery);
    bool isPlanned(NotificationId notification, NotificationChannelId channel);
    /// Newest first, by `createdAt` and id.
    QList<NotificationDelivery> list(const DeliveryQuery &query, const PageRequest &page);
    std::optional<NotificationDelivery> find(AccountId account, NotificationDeliveryId delivery);
    QList<DeliveryAttempt> attempts(NotificationDeliveryId delivery);

    /// The one that is due first, now or later.
    std::optional<NotificationDelivery> next(NotificationChannelId channel);
    /// The others that are due in the same channel.
    QList<NotificationDelivery> dueWith(const NotificationDelivery &first, const QDateTime &now, int limit);
    /// Those that a digest of an earlier try stands for.
    QList<NotificationDelivery> digestedInto(const NotificationDelivery &into);
    /// With the payload of `into`, which says that it is a digest.
    void digestInto(const NotificationDelivery &into, const QList<NotificationDelivery> &others, const QDateTime &now);
    /// After a try. `payload` is what was sent.
    void setOutcome(const NotificationDelivery &delivery);
    void insertAttempt(const DeliveryAttempt &attempt) { m_database.insert(attempt); }
    /// Since when it has been tried in vain: from its last beginning, not from when it was made.
    QDateTime retrySince(NotificationDeliveryId delivery);
    /// To be sent now, once more.
    void sendAgain(NotificationDeliveryId delivery, const QDateTime &now);
    qint64 sendAllAgain(NotificationChannelId channel, const QDateTime &since, const QDateTime &now);

private:
    void enqueue(NotificationChannelId channel, const QDateTime &dueAt);

    Database &m_database;
};
