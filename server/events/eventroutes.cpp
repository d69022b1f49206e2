// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventroutes.h"

#include "server/events/eventfeed.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int mostMissed = 1000;

/// What came after the event that the client saw last; without one, what comes from now on.
Reply feedFor(const Call &call, EventHub &hub, EventStore &store)
{
    bool resumes = false;
    const qint64 seen = call.request.headers.value("Last-Event-ID").toLongLong(&resumes);
    const qint64 after = resumes && seen >= 0 ? seen : store.last();
    // It listens first and catches up then: what is recorded in between comes twice, and the feed passes it over.
    const auto feed = std::make_shared<EventFeed>(hub, call.caller, after);
    if (resumes)
        feed->push(store.ofAccountAfter(call.caller.accountId, after, mostMissed));
    return Reply::streamed(feed, "text/event-stream");
}
}

RouteTable eventRoutes(EventHub &hub, EventStore &store)
{
    return {{
        .method = Method::Get,
        .path = u"/events"_s,
        .caller = Callers::user(Scope::DevicesRead),
        .tag = u"Events",
        .summary = u"Hear of everything that the caller may see, as server-sent events; resumes after Last-Event-ID"_s,
        .handle = [&hub, &store](const Call &call) { return feedFor(call, hub, store); },
    }};
}
