// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/device.h"
#include "models/devicedata.h"
#include "models/devicemark.h"
#include "server/http/route.h"
#include "server/trash/trashstore.h"

#include <functional>

/// How each kind of thing comes out of the bin.
struct Restoring
{
    std::function<DeviceMark(const Caller &, DeviceMarkId)> mark;
    std::function<Device(const Caller &, DeviceId)> device;
    std::function<DeviceData(const Caller &, DeviceDataId)> data;
};

/// What is in the bin, and the one way out of it.
RouteTable trashRoutes(TrashStore &trash, Restoring restoring);
