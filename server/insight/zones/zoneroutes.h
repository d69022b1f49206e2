// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class ZoneService;

RouteTable zoneRoutes(ZoneService &zones);
