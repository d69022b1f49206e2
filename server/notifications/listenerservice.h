// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notifications/notification.h"
#include "models/notifications/signedmessage.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"

class ServerKey;

/// Gives the messages of webhooks to listeners: programs such as `waymark-server listen` that forward them to an
/// endpoint on a developer's machine, which the server cannot reach. A listener follows the events
/// `notification.created` of `GET /events`, which resumes after a lost connection, and asks for the message of each.
class ListenerService
{
public:
    ListenerService(Database &database, const ServerKey &key, const EventOutlet &outlet)
        : m_database(database)
        , m_key(key)
        , m_events(database, outlet)
    {
    }

    /// Returns the secret of the caller's app. It holds as long as the account and the app are linked: once no user of
    /// the account consents to the app any more, nothing is signed with it again.
    ListenerSecret secret(const Caller &caller);
    /// Returns the message of a notification, signed now.
    /// Throws: 404 for a notification that the caller's account does not receive.
    SignedMessage message(const Caller &caller, NotificationId notification);
    /// Creates a test notification that only listeners receive: neither channels nor the portal.
    /// Throws: 422 at `/type`; 429 `too_many_tests`.
    Notification test(const Caller &caller, const MessageTest &wanted);

private:
    QByteArray secretOf(const Caller &caller);

    Database &m_database;
    const ServerKey &m_key;
    EventStore m_events;
};

/// The tests that an account can send in an hour, to channels and listeners together.
inline constexpr int mostTestsOfAccount = 120;
/// Returns a notification of the type for a test. It names an object of the right kind that does not exist, and one of
/// the account's devices if the account has any.
/// Throws: 422 at `/type`; 429 `too_many_tests`.
/// Transaction: the caller's, before it locks anything else.
Notification testNotification(Database &database, AccountId account, const MessageTest &wanted, const QString &title);

/// Returns the routes for listeners.
RouteTable listenerRoutes(ListenerService &listeners);
