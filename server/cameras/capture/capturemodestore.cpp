// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/capture/capturemodestore.h"

#include "models/core/times.h"

CaptureMode CaptureModeStore::of(DeviceId device)
{
    auto mode =
        m_database.one<CaptureMode>("SELECT * FROM capture_mode WHERE device_id = ?", device).value_or(CaptureMode());
    mode.deviceId = device;
    return mode;
}

void CaptureModeStore::save(CaptureMode &mode, const CaptureMode &stored)
{
    mode.updatedAt = Times::now();
    const bool isScheduled = mode.mode == CaptureMode::Mode::Schedule;
    if (mode.mode != stored.mode || (isScheduled && mode.schedule != stored.schedule))
        mode.modeSince = mode.updatedAt;
    if (!m_database.update(mode))
        m_database.insert(mode);
}
