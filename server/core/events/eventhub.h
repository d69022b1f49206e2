// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/audience.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <memory>
#include <mutex>

class EventFeed;

/// Carries events from the table to the feeds of this process, and closes those whose session has ended, whichever
/// server ended it. The table decides: what wakes it (a commit here, a
/// NOTIFY from another server, a clock) may come late, twice or not at all. It lives on a thread of its own, with a
/// database connection of its own, between start() and that thread's end.
class EventHub : public QObject
{
    Q_OBJECT

public:
    EventHub();
    ~EventHub() override;

    /// From any thread: something was recorded.
    void wake();
    /// On the hub's thread.
    void start(Database &database, std::unique_ptr<Audience> audience);
    /// There too, before the database goes.
    void stop();

    /// From any thread; a feed adds itself and removes itself.
    void add(EventFeed *feed);
    void remove(EventFeed *feed);

Q_SIGNALS:
    /// New events, in order, on the hub's thread.
    void happened(const QList<EventRow> &events);

private:
    void deliver();
    void closeEnded();

    std::mutex m_lock;
    QSet<EventFeed *> m_feeds;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<Audience> m_audience;
    std::unique_ptr<QTimer> m_clock;
    std::unique_ptr<QTimer> m_sessionClock;
    qint64 m_last = 0;
    std::atomic_bool m_woken = false;
};
