// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class DeviceService;

RouteTable deviceRoutes(DeviceService &devices);
RouteTable deviceGroupRoutes(DeviceService &devices);
