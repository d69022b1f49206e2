// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notifications/notification.h"
#include "server/core/events/eventstore.h"

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

    /// Returns the observer that turns events with a headline into notifications.
    static EventObserver observer();
    /// Creates a notification.
    ///
    /// Transaction: the caller's.
    Notification record(const Occurrence &occurrence);

private:
    qint64 nextSequence(DeviceId device);
    void recordEvent(const Notification &notification);
    void plan(const Notification &notification);

    Database &m_database;
    EventOutlet m_outlet;
};
