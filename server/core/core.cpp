// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/core.h"

#include "server/core/events/eventhub.h"

CoreServices::CoreServices(const SharedCore &shared)
    : shared(shared)
    , database(shared.database)
    , peers(database, shared.key, shared.server, shared.relay)
    , links(shared.key)
    , events(database, shared.outlet)
    , idempotency(database, shared.key, shared.inFlight)
{
}

RouteTable CoreServices::routes(Audience &audience) { return eventRoutes(shared.hub, events, audience); }
