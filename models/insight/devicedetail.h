// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/insight/zone.h"

/// A device with its zones, as the answers about a single device have it.
class DeviceDetail : public Device
{
    Q_GADGET
    Q_CLASSINFO("zones.doc", "The zones of the camera's picture, the oldest first.")
    Q_PROPERTY(QList<Zone> zones MEMBER zones DESIGNABLE false STORED false)

public:
    QList<Zone> zones;
};
