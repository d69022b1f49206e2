// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class ModeService;
class ZoneService;

RouteTable modeRoutes(ModeService &modes);
RouteTable zoneRoutes(ZoneService &zones);
