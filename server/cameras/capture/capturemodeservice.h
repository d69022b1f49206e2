// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/capture/capturemodestore.h"
#include "server/cameras/devices/deviceservice.h"

/// Reads and changes what cameras record. RecordingIndexer applies it.
class CaptureModeService
{
public:
    CaptureModeService(Database &database, DeviceService &devices, EventStore &events)
        : m_database(database)
        , m_devices(devices)
        , m_store(database)
        , m_events(events)
    {
    }

    /// Returns the capture mode of a device that the caller may see.
    ///
    /// Throws: 404.
    CaptureMode get(const Caller &caller, DeviceId device);
    /// Changes the capture mode of a device. `change` sets the members that the client has sent. Only what differs from
    /// the stored capture mode is checked, so that a camera can always be switched off.
    ///
    /// Throws: 404 unless the device belongs to the caller's account; 412 unless the precondition holds; 422 for a
    /// schedule that is not valid, and for a resolution or a frame rate that the camera does not send.
    CaptureMode update(const Caller &caller, DeviceId device, const Precondition &precondition,
                       const std::function<void(CaptureMode &)> &change);

private:
    Database &m_database;
    DeviceService &m_devices;
    CaptureModeStore m_store;
    EventStore &m_events;
};

RouteTable captureModeRoutes(CaptureModeService &capture);
