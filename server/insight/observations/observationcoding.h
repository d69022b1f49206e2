// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"
#include "server/insight/vision/precision.h"

#include <array>
#include <cmath>

/// What writing and reading blocks of observations have in common.
namespace ObservationCoding {
constexpr char magic[] = "WOB1"; ///< at the start of each block
using ObservationPrecision::areaUnit;
using ObservationPrecision::unit;

/// Bits that say what the analysis knew at a moment.
enum Flag : quint8 {
    Repeated = 1,
    Settled = 2,
    FacesKnown = 4,
    TracksKnown = 8,
    TracksRepeated = 16,
    Covered = 32,
    Moved = 64,
    Special = 128, ///< followed by the kind of the moment
};
enum TrackFlag : quint8 { HasMoved = 1, Rests = 2, Hidden = 4, SameLabel = 8, SameBox = 16 };

inline qint64 inUnits(double value, double units) { return std::llround(value * units); }

inline std::array<qint64, 4> corners(const Box &box)
{
    return {inUnits(box.x, unit), inUnits(box.y, unit), inUnits(box.width, unit), inUnits(box.height, unit)};
}
}
