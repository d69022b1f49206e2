// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/streamsettings.h"
#include "server/cameras/devices/deviceservice.h"

/// Reads and changes what is read of cameras besides their streams. IngestSupervisor applies it.
class StreamSettingsService
{
public:
    StreamSettingsService(Database &database, DeviceService &devices, EventStore &events, SourcePolicy policy)
        : m_database(database)
        , m_devices(devices)
        , m_events(events)
        , m_policy(policy)
    {
    }

    /// Returns the settings of a device that the caller may see. The address is absent for users with whom the device
    /// is shared.
    ///
    /// Throws: 404.
    StreamSettings get(const Caller &caller, DeviceId device);
    /// Changes the settings. `change` sets the members that the client has sent.
    ///
    /// Throws: 404 unless the device belongs to the caller's account; 412 unless the precondition holds; 422 at
    /// `/sub_source_url` for an address that SourcePolicy does not allow, for one with credentials, and for a sandbox
    /// camera.
    StreamSettings update(const Caller &caller, DeviceId device, const Precondition &precondition,
                          const std::function<void(StreamSettings &)> &change);

private:
    StreamSettings of(DeviceId device);
    void require(const Caller &caller, const Device &device, const QUrl &source) const;

    Database &m_database;
    DeviceService &m_devices;
    EventStore &m_events;
    const SourcePolicy m_policy;
};

RouteTable streamSettingsRoutes(StreamSettingsService &settings);
