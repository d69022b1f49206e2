// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"

#include <QJsonObject>

#include <chrono>

/// What is done for a mark, besides the snapshot that each has: `{"snapshot": true, "clip": {"pre_roll": 5,
/// "post_roll": 5}, "notify": true}`.
struct MarkActions
{
    bool clip = false;
    std::chrono::seconds preRoll{5}; ///< of the clip, before the mark began
    std::chrono::seconds postRoll{5}; ///< and after it ended
    bool notify = true;

    /// Everything that is wrong goes to `errors`, each with its pointer below `pointer`.
    static MarkActions parse(const QJsonObject &json, const QString &pointer, FieldErrors &errors);

    friend bool operator==(const MarkActions &, const MarkActions &) = default;
};
