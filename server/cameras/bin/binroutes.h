// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/devicedata.h"
#include "models/insight/devicemark.h"
#include "server/cameras/bin/binstore.h"
#include "server/core/http/route.h"

#include <functional>

/// The functions that restore an item of each type from the bin.
struct Restoring
{
    using Mark = std::function<DeviceMark(const Caller &, DeviceMarkId)>;

    Mark mark;
    std::function<Device(const Caller &, DeviceId)> device;
    std::function<DeviceData(const Caller &, DeviceDataId)> data;
};

/// Returns the routes that list the bin and restore from it.
RouteTable binRoutes(BinStore &bin, Restoring restoring);
