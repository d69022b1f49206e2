// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/capturemode.h"
#include "models/core/fielderror.h"

#include <QJsonObject>

#include <chrono>
#include <optional>

/// The actions of a mode for each mark: `{"snapshot": true, "clip": {"pre_roll": 5, "post_roll": 5}, "notify": true,
/// "capture_mode": "continuous"}`. Every mark has a snapshot, whatever the value of `snapshot`.
struct MarkActions
{
    bool clip = false;
    std::chrono::milliseconds preRoll{5000}; ///< length of the clip before the start of the mark
    std::chrono::milliseconds postRoll{5000}; ///< length of the clip after the end of the mark
    bool notify = true;
    std::optional<CaptureMode::Mode> captureMode = {}; ///< set when a mark starts, see CaptureSwitch

    /// Parses the actions. Adds each error to `errors`, with a pointer that starts with `pointer`.
    static MarkActions parse(const QJsonObject &json, const QString &pointer, FieldErrors &errors);

    friend bool operator==(const MarkActions &, const MarkActions &) = default;
};
