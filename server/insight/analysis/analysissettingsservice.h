// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/analysissettings.h"
#include "server/cameras/devices/deviceservice.h"

class ObjectFinder;

/// Reads and changes what is looked for in the pictures of cameras besides what their modes ask for. WatchList applies
/// it.
class AnalysisSettingsService
{
public:
    AnalysisSettingsService(Database &database, DeviceService &devices, EventStore &events, const ObjectFinder &objects)
        : m_database(database)
        , m_devices(devices)
        , m_events(events)
        , m_objects(objects)
    {
    }

    /// Returns the settings of a device that the caller may see.
    ///
    /// Throws: 404.
    AnalysisSettings get(const Caller &caller, DeviceId device);
    /// Changes the settings of a device. `change` sets the members that the client has sent.
    ///
    /// Throws: 404 unless the device belongs to the caller's account; 412 unless the precondition holds.
    AnalysisSettings update(const Caller &caller, DeviceId device, const Precondition &precondition,
                            const std::function<void(AnalysisSettings &)> &change);
    /// Returns the settings of a device.
    AnalysisSettings of(DeviceId device);

private:
    Database &m_database;
    DeviceService &m_devices;
    EventStore &m_events;
    const ObjectFinder &m_objects;
};

RouteTable analysisSettingsRoutes(AnalysisSettingsService &settings);
