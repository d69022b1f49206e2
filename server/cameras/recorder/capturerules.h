// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/capturerule.h"
#include "server/core/db/database.h"

#include <map>

/// What the database says of the recordings of a camera.
struct ReadCaptureRule
{
    AccountId account;
    CaptureRule rule;
};
using CaptureRules = std::map<DeviceId, ReadCaptureRule>;

/// Reads the capture modes of cameras with the time zones of their accounts. Cameras that do not exist are left out.
CaptureRules readCaptureRules(Database &database, const QList<DeviceId> &devices);
/// Reads also the modes before, for what was sent before this process has read the modes of the cameras.
CaptureRules readAllCaptureRules(Database &database, const QList<DeviceId> &devices);
