// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

/// The parts of the API whose subject has no folder yet. They answer 501 to who may call them, so that the OpenAPI
/// document shows the whole API, and a client finds out at once.
RouteTable plannedRoutes();
