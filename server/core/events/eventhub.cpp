// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/events/eventhub.h"

#include "server/core/events/eventfeed.h"

#include <chrono>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int batch = 500;
constexpr auto lookAnyway = std::chrono::seconds(2);
}

EventHub::EventHub()
    : m_places({.all = std::numeric_limits<int>::max(), .ofAccount = mostFeedsOfAccount},
               Places::Refusal{u"too_many_streams"_s, u"The account follows its events on too many connections."_s, 5s})
{
}

EventHub::~EventHub() = default;

void EventHub::wake()
{
    if (!m_woken.exchange(true))
        QMetaObject::invokeMethod(this, &EventHub::deliver, Qt::QueuedConnection);
}

void EventHub::start(Database &database, std::unique_ptr<Audience> audience)
{
    m_store = std::make_unique<EventStore>(database, EventOutlet{});
    m_last = m_store->last();
    database.listen(QString::fromLatin1(EventStore::channel), [this] { wake(); });
    m_clock = std::make_unique<QTimer>();
    connect(m_clock.get(), &QTimer::timeout, this, &EventHub::deliver);
    m_clock->start(lookAnyway);
    m_audience = std::move(audience);
}

void EventHub::stop()
{
    m_clock.reset();
    m_audience.reset();
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
            QList<EventRow> events = m_store->after(m_last, batch);
            if (events.isEmpty())
                return;
            // The viewers are determined at the last moment: whoever may see the device now receives the event.
            m_audience->findViewers(events);
            m_last = events.constLast().seq;
            {
                // A feed removes itself before it is destroyed, so that every feed in the set is alive.
                const std::lock_guard guard(m_lock);
                for (EventFeed *feed : std::as_const(m_feeds))
                    QMetaObject::invokeMethod(
                        feed, [feed, events] { feed->push(events); }, Qt::QueuedConnection);
            }
            Q_EMIT happened(events);
        }
    } catch (const std::exception &error) {
        qWarning("Events cannot be delivered yet: %s", error.what());
    }
}
