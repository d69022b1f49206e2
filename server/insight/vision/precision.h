// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/observation.h"

/// Observations are kept with a limited precision. Rules get them with the same precision, so that they decide about
/// kept observations exactly as they decided at the time.
namespace ObservationPrecision {

constexpr double unit = 1000; ///< of boxes and scores
constexpr double areaUnit = 1'000'000; ///< of motion

/// Rounds boxes and scores to thousandths, and areas of motion to millionths.
Observation rounded(Observation observation);
}
