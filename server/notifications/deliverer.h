// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/marks/markfiles.h"
#include "server/notifications/channelstore.h"
#include "server/notifications/deliverystore.h"
#include "server/post/mail/mailqueue.h"

#include <chrono>

class ServerKey;
class WebClient;

/// Delivers notifications to their channels, at least once. Each attempt is recorded, and failed deliveries are retried
/// for a day. Deliveries that have piled up in a channel are sent as one digest.
class Deliverer
{
public:
    Deliverer(Database &database, const ServerKey &key, MarkFiles files, std::chrono::milliseconds firstPause,
              const WebClient &web);

    /// Attempts the first delivery of the channel that is due. Returns the time of the next delivery, or nothing when
    /// none waits. Blocks until the webhook answers. The caller ensures that no other thread delivers to the channel.
    /// `slow`: the lane of the caller. A channel that belongs to the other lane is left to that lane.
    ///
    /// Throws: WebError when the server stops; that attempt does not count.
    std::optional<QDateTime> deliverNext(NotificationChannelId channel, bool slow);

private:
    /// The outcome of an attempt.
    struct Outcome
    {
        bool delivered = false;
        bool gone = false; ///< the receiver asks for no more deliveries (410)
        qint64 status = 0;
        QString error = {};
        QString response = {};
        std::chrono::seconds retryAfter{0};
    };

    void deliver(NotificationDelivery &delivery);
    QByteArray snapshotOf(DeviceMarkId mark) const;
    Outcome post(const NotificationChannel &channel, const NotificationDelivery &delivery);
    Outcome mail(const NotificationChannel &channel, const QList<Notification> &notifications);
    void record(const NotificationDelivery &attempted, const Outcome &outcome, std::chrono::milliseconds took);
    QByteArrayList secretsOf(NotificationChannelId channel);

    Database &m_database;
    DeliveryStore m_store;
    ChannelStore m_channels;
    const ServerKey &m_key;
    const WebClient &m_web;
    MailQueue m_mails;
    MarkFiles m_files;
    std::chrono::milliseconds m_firstPause;
};
