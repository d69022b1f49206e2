// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/events/eventroutes.h"

#include "server/core/events/audience.h"
#include "server/core/events/eventfeed.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostMissed = 1000;

/// The account's own, and what the user hears of others', in order.
QList<EventRow> missed(const Caller &caller, qint64 after, EventStore &store, Audience &audience)
{
    QList<EventRow> events =
        store.ofPersonAfter(caller.userId, after, mostMissed) + audience.sharedAfter(caller.userId, after, mostMissed);
    for (EventRow &event : events)
        event.viewers = {caller.userId};
    events += store.ofAccountAfter(caller.accountId, after, mostMissed);
    std::sort(events.begin(), events.end(), [](const EventRow &a, const EventRow &b) { return a.seq < b.seq; });
    return events.mid(0, mostMissed);
}

/// What came after the event that the client saw last; without one, what comes from now on.
Reply feedFor(const Call &call, EventHub &hub, EventStore &store, Audience &audience)
{
    bool resumes = false;
    const qint64 seen = call.request.headers.value("Last-Event-ID").toLongLong(&resumes);
    const qint64 after = resumes && seen >= 0 ? seen : store.last();
    // It listens first and catches up then: what is recorded in between comes twice, and the feed passes it over.
    const auto feed = std::make_shared<EventFeed>(hub, call.caller, after);
    if (resumes)
        feed->push(missed(call.caller, after, store, audience));
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
        .summary = u"Hear of everything that the caller may see, as server-sent events; resumes after Last-Event-ID"_s,
        .handle = [&hub, &store, &audience](const Call &call) { return feedFor(call, hub, store, audience); },
    }};
}
