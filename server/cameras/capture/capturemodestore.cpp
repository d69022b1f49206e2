// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/capture/capturemodestore.h"

CaptureMode CaptureModeStore::of(DeviceId device)
{
    auto mode =
        m_database.one<CaptureMode>("SELECT * FROM capture_mode WHERE device_id = ?", device).value_or(CaptureMode());
    mode.deviceId = device;
    return mode;
}

void CaptureModeStore::save(const CaptureMode &mode)
{
    if (!m_database.update(mode))
        m_database.insert(mode);
}
