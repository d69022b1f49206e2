// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class Audience;
class EventHub;
class EventStore;

RouteTable eventRoutes(EventHub &hub, EventStore &store, Audience &audience);
