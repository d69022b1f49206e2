// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/capturemode.h"

#include <QDateTime>

class Database;
class EventStore;

/// Sets the capture modes of cameras when their marks start, as the action `capture_mode` of a mode asks for.
class CaptureSwitch
{
public:
    CaptureSwitch(Database &database, EventStore &events)
        : m_database(database)
        , m_events(events)
    {
    }

    /// Sets the capture mode of a camera that a mark asked for at the time `asked`. Everything else of the capture mode
    /// remains. Does nothing if the camera already has the mode, if its mode was changed after `asked` (a mark may be
    /// recorded late, and a user's decision meanwhile counts), or if the camera has no schedule for the mode
    /// `schedule`.
    ///
    /// Transaction: the caller's. Locks the row of the device, as each change of a capture mode does.
    void set(DeviceId device, CaptureMode::Mode wanted, const QDateTime &asked);

private:
    Database &m_database;
    EventStore &m_events;
};
