// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/capturemode.h"
#include "server/core/db/database.h"

/// The SQL of capture modes. A camera without a row has the mode of a new camera.
class CaptureModeStore
{
public:
    explicit CaptureModeStore(Database &database)
        : m_database(database)
    {
    }

    CaptureMode of(DeviceId device);
    /// Saves a capture mode that differs from `stored`, and sets the times of the change.
    void save(CaptureMode &mode, const CaptureMode &stored);

private:
    Database &m_database;
};
