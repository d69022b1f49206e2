// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/events/audience.h"
#include "server/core/events/eventfeed.h"
#include "server/core/events/eventhub.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostMissed = 1000;

/// Returns the account's own events and the events of other accounts that the user receives, in order.
QList<EventRow> missed(const Caller &caller, qint64 after, EventStore &store, Audience &audience)
{
    constexpr int limit = mostMissed + 1; // one more shows that there are too many
    QList<EventRow> events =
        store.ofPersonAfter(caller.userId, after, limit) + audience.sharedAfter(caller.userId, after, limit);
    for (EventRow &event : events)
        event.viewers = {caller.userId};
    events += store.ofAccountAfter(caller.accountId, after, limit);
    std::sort(events.begin(), events.end(), [](const EventRow &a, const EventRow &b) { return a.seq < b.seq; });
    return events;
}

/// Lets a feed catch up with what its client has missed. If some of that is not kept any more, or if it is too much,
/// the client is told to read everything afresh.
void catchUp(EventFeed &feed, const Caller &caller, qint64 after, EventStore &store, Audience &audience)
{
    if (store.keepsAllAfter(after)) {
        const QList<EventRow> events = missed(caller, after, store, audience);
        if (events.size() <= mostMissed) {
            feed.push(events);
            return;
        }
    }
    feed.reset(store.last());
}

/// Returns the events after the last one that the client has seen. Without `Last-Event-ID`, the feed begins now.
/// Nobody knows what a client with another server's identifier has missed, so it starts afresh.
Reply feedFor(const Call &call, EventHub &hub, EventStore &store, Audience &audience)
{
    const QByteArray lastSeen = call.request.headers.value("Last-Event-ID").trimmed();
    const bool resumes = !lastSeen.isEmpty();
    bool known = false;
    const qint64 seen = lastSeen.toLongLong(&known);
    const qint64 after = known ? std::max<qint64>(0, seen) : store.last();
    // The feed is subscribed first and catches up afterwards. It skips events that arrive both ways.
    const auto feed = std::make_shared<EventFeed>(hub, call.caller, after);
    if (resumes && !known)
        feed->reset(after);
    else if (resumes)
        catchUp(*feed, call.caller, after, store, audience);
    return Reply::streamed(feed, "text/event-stream");
}
}

RouteTable eventRoutes(EventHub &hub, EventStore &store, Audience &audience)
{
    return {{
        .method = Method::Get,
        .path = u"/events"_s,
        .caller = Callers::user(Scope::DevicesRead),
        .tag = u"Events",
        .summary = u"Stream the events the caller may see (server-sent events, resumes after Last-Event-ID)"_s,
        .requestHeaders = {{u"Last-Event-ID"_s, u"ID of the last event that has arrived; default: only new events"_s,
                            false}},
        .replyTypes = {u"text/event-stream"_s},
        .handle = [&hub, &store, &audience](const Call &call) { return feedFor(call, hub, store, audience); },
    }};
}
