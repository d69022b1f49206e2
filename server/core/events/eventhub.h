// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/audience.h"
#include "server/core/http/route.h"
#include "server/core/limits/places.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <memory>
#include <mutex>

class EventFeed;

/// Carries events from the table to the feeds of this process. The table is authoritative: a wake-up (a local commit, a
/// NOTIFY from another server, a timer) may come late, twice or never. The hub lives on a thread of its own, with its
/// own database connection, from start() to stop().
class EventHub : public QObject
{
    Q_OBJECT

public:
    EventHub();
    ~EventHub() override;

    /// Makes the hub look for new events. Thread: any.
    void wake();
    /// Starts the delivery. Thread: the hub's.
    void start(Database &database, std::unique_ptr<Audience> audience);
    /// Stops the delivery; call it before the database is closed. Thread: the hub's.
    void stop();

    /// Adds or removes a feed. Feeds call both themselves. Thread: any.
    void add(EventFeed *feed);
    void remove(EventFeed *feed);

    static constexpr int mostFeedsOfAccount = 200;
    /// Keeps a place for a feed of the account. Throws: 429 `too_many_streams`. Thread: any.
    std::shared_ptr<void> place(AccountId account) { return m_places.take(account); }

Q_SIGNALS:
    /// Emitted on the hub's thread with the new events, in order.
    void happened(const QList<EventRow> &events);

private:
    void deliver();

    Places m_places;
    std::mutex m_lock;
    QSet<EventFeed *> m_feeds;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<Audience> m_audience;
    std::unique_ptr<QTimer> m_clock;
    qint64 m_last = 0;
    std::atomic_bool m_woken = false;
};

/// Returns the route of server-sent events.
RouteTable eventRoutes(EventHub &hub, EventStore &store, Audience &audience);
