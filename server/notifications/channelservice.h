// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/notifications/channelstore.h"
#include "server/notifications/deliverystore.h"

#include <functional>

struct PageRequest;
class ServerKey;

/// An account's channels, and what went through them. For its own users alone: a webhook's address is a secret.
class ChannelService
{
public:
    /// `allowPrivate`: webhooks may be at private and loopback addresses, and without TLS.
    ChannelService(Database &database, const ServerKey &key, bool allowPrivate)
        : m_database(database)
        , m_store(database)
        , m_deliveries(database)
        , m_key(key)
        , m_allowPrivate(allowPrivate)
    {
    }

    QList<NotificationChannel> list(const Caller &caller);
    NotificationChannel get(const Caller &caller, NotificationChannelId channel);
    /// A webhook's answer has its secret, this once. Looks names up: not on an event loop. Throws Problem 422.
    NotificationChannel add(const Caller &caller, NotificationChannel wanted);
    NotificationChannel update(const Caller &caller, NotificationChannelId channel, const Precondition &precondition,
                               const std::function<void(NotificationChannel &)> &change);
    void remove(const Caller &caller, NotificationChannelId channel, const Precondition &precondition);
    /// The new secret; for a day the old one signs as well.
    NotificationChannel rotateSecret(const Caller &caller, NotificationChannelId channel);
    /// Something to try it with, delivered like everything else.
    NotificationDelivery test(const Caller &caller, NotificationChannelId channel);

    QList<NotificationDelivery> deliveries(const Caller &caller, DeliveryQuery query, const PageRequest &page);
    /// With each attempt.
    NotificationDelivery delivery(const Caller &caller, NotificationDeliveryId delivery);
    NotificationDelivery resend(const Caller &caller, NotificationDeliveryId delivery);
    Resend resendSince(const Caller &caller, NotificationChannelId channel, Resend wanted);

private:
    NotificationChannel owned(const Caller &caller, NotificationChannelId channel,
                              const Precondition &precondition = {});
    void check(const Caller &caller, const NotificationChannel &channel, const QString &addressError);
    QString addressError(const NotificationChannel &channel) const;

    Database &m_database;
    ChannelStore m_store;
    DeliveryStore m_deliveries;
    const ServerKey &m_key;
    bool m_allowPrivate;
};
