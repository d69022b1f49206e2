// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notifications/signedmessage.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/access/caps.h"
#include "server/notifications/channelstore.h"
#include "server/notifications/deliverystore.h"

#include <functional>

struct PageRequest;
class HostResolver;
class ServerKey;

/// Manages the notification channels of an account, and returns their deliveries. Only the account's own users have
/// access, because the URL of a webhook is a secret.
class ChannelService
{
public:
    /// If `allowPrivate` is true, webhooks may have private and loopback addresses, and need no TLS.
    ChannelService(Database &database, const ServerKey &key, const HostResolver &hosts, bool allowPrivate,
                   const Caps &caps)
        : m_database(database)
        , m_store(database)
        , m_deliveries(database)
        , m_key(key)
        , m_hosts(hosts)
        , m_allowPrivate(allowPrivate)
        , m_caps(caps)
    {
    }

    QList<NotificationChannel> list(const Caller &caller);
    NotificationChannel get(const Caller &caller, NotificationChannelId channel);
    /// Creates a channel. Only this function and those that make a new secret return the secret of a webhook.
    ///
    /// Throws: 422, also `too_many`.
    /// Thread: not an event loop, because the function resolves the host name of a webhook.
    NotificationChannel add(const Caller &caller, NotificationChannel wanted);
    /// A webhook that another app has set up gets a new secret with its new URL, and the answer has it.
    /// Thread: not an event loop, because the function resolves the host name of a webhook.
    NotificationChannel update(const Caller &caller, NotificationChannelId channel, const Precondition &precondition,
                               const std::function<void(NotificationChannel &)> &change);
    void remove(const Caller &caller, NotificationChannelId channel, const Precondition &precondition);
    /// Creates a new secret for a webhook. The old secret also signs requests for one day.
    ///
    /// Throws: 403 `first_party_required` for an app other than the one that has set the channel up; 409 `no_secret`
    /// unless the channel is a webhook.
    NotificationChannel rotateSecret(const Caller &caller, NotificationChannelId channel);
    /// Sends a test notification through the channel, also of a type that the channel leaves out.
    /// Throws: 422 at `/type`.
    NotificationDelivery test(const Caller &caller, NotificationChannelId channel, const MessageTest &wanted);

    /// Returns how each channel of the account has delivered in the last 24 hours.
    QList<ChannelHealth> health(const Caller &caller);

    struct Deliveries
    {
        QList<NotificationDelivery> deliveries;
        std::optional<qint64> total;
    };
    Deliveries deliveries(const Caller &caller, DeliveryQuery query, const PageRequest &page);
    /// Returns a delivery with its attempts.
    NotificationDelivery delivery(const Caller &caller, NotificationDeliveryId delivery);
    NotificationDelivery resend(const Caller &caller, NotificationDeliveryId delivery);
    Resend resendSince(const Caller &caller, NotificationChannelId channel, Resend wanted);

private:
    NotificationChannel owned(const Caller &caller, NotificationChannelId channel,
                              const Precondition &precondition = {});
    void check(const Caller &caller, const NotificationChannel &channel, const QString &addressError,
               const NotificationChannel &before = {});
    QString addressError(const Caller &caller, const NotificationChannel &channel) const;

    Database &m_database;
    ChannelStore m_store;
    DeliveryStore m_deliveries;
    const ServerKey &m_key;
    const HostResolver &m_hosts;
    bool m_allowPrivate;
    const Caps &m_caps;
};

/// Returns the routes of notification channels and deliveries.
RouteTable channelRoutes(ChannelService &channels);
