// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventhub.h"

#include "server/events/eventfeed.h"

#include <chrono>

namespace {
constexpr int batch = 500;
constexpr auto lookAnyway = std::chrono::seconds(2);
}

void EventHub::wake()
{
    if (!m_woken.exchange(true))
        QMetaObject::invokeMethod(this, &EventHub::deliver, Qt::QueuedConnection);
}

void EventHub::start(Database &database)
{
    m_store = std::make_unique<EventStore>(database, [] {});
    m_last = m_store->last();
    database.listen(QString::fromLatin1(EventStore::channel), [this] { wake(); });
    m_clock = std::make_unique<QTimer>();
    connect(m_clock.get(), &QTimer::timeout, this, &EventHub::deliver);
    m_clock->start(lookAnyway);
}

void EventHub::stop()
{
    m_clock.reset();
    m_store.reset();
}

void EventHub::add(EventFeed *feed)
{
    const std::lock_guard guard(m_lock);
    m_feeds.insert(feed);
}

void EventHub::remove(EventFeed *feed)
{
    const std::lock_guard guard(m_lock);
    m_feeds.remove(feed);
}

void EventHub::deliver()
{
    m_woken = false;
    if (!m_store)
        return;
    try {
        for (;;) {
            const QList<EventRow> events = m_store->after(m_last, batch);
            if (events.isEmpty())
                return;
            m_last = events.constLast().seq;
            {
                // A feed that ends removes itself first, so that none in the set is gone.
                const std::lock_guard guard(m_lock);
                for (EventFeed *feed : std::as_const(m_feeds))
                    QMetaObject::invokeMethod(
                        feed, [feed, events] { feed->push(events); }, Qt::QueuedConnection);
            }
            Q_EMIT happened(events);
        }
    } catch (const std::exception &error) {
        qWarning("Events wait: %s", error.what());
    }
}
