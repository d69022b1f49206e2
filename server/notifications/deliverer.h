// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/marks/markfiles.h"
#include "server/notifications/channelstore.h"
#include "server/notifications/deliverystore.h"
#include "server/post/mail/mailqueue.h"

#include <chrono>

class ServerKey;
class WebClient;

/// Carries notifications to their channels: at least once, each try on record, again and again for a day. What piles up
/// in a channel goes as one digest.
class Deliverer
{
public:
    Deliverer(Database &database, const ServerKey &key, MarkFiles files, std::chrono::milliseconds firstPause,
              const WebClient &web);

    /// Tries the delivery that is due first at the channel, if one is due by now. Returns when the next one is; nothing
    /// when none waits. Blocks while a webhook thinks. The caller sees to it that nobody else is at the channel.
    ///
    /// Throws: WebError when the server stops; that try does not count.
    std::optional<QDateTime> deliverNext(NotificationChannelId channel);

private:
    /// What came of a try.
    struct Outcome
    {
        bool delivered = false;
        bool gone = false; ///< the other side wants no more
        qint64 status = 0;
        QString error = {};
        QString response = {};
        std::chrono::seconds retryAfter{0};
    };

    void deliver(NotificationDelivery &delivery);
    QJsonObject payloadOf(const Notification &notification) const;
    QJsonObject digestOf(const QList<Notification> &notifications) const;
    Outcome post(const NotificationChannel &channel, const NotificationDelivery &delivery);
    Outcome mail(const NotificationChannel &channel, const QList<Notification> &notifications);
    void record(NotificationDelivery &delivery, const Outcome &outcome, std::chrono::milliseconds took);
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
