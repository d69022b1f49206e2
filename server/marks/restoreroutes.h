// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/device.h"
#include "server/http/route.h"

#include <functional>

class MarkService;

/// The one way out of the bin, whatever is in it. `restoreDevice` is DeviceService::restore().
RouteTable restoreRoutes(MarkService &marks, std::function<Device(const Caller &, DeviceId)> restoreDevice);
