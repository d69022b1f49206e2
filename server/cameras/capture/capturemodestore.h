// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/capturemode.h"
#include "server/core/db/database.h"

#include <QHash>

/// The SQL of capture modes. A camera without a row has the mode of a new camera.
class CaptureModeStore
{
public:
    explicit CaptureModeStore(Database &database)
        : m_database(database)
    {
    }

    CaptureMode of(DeviceId device);
    /// Returns the capture modes of cameras that have a row.
    QHash<DeviceId, CaptureMode> of(const QList<DeviceId> &devices);
    /// Returns the modes that the cameras recorded by before, the latest first. They have only the values that decide
    /// about recordings.
    QHash<DeviceId, QList<CaptureMode>> before(const QList<DeviceId> &devices);
    /// Saves a capture mode that differs from `stored`, and sets the times of the change.
    /// Transaction: the caller's.
    void save(CaptureMode &mode, const CaptureMode &stored);

    static constexpr int mostBefore = 50; ///< kept of a camera

private:
    void keepBefore(const CaptureMode &replaced);

    Database &m_database;
};
