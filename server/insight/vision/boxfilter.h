// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"

#include <array>

/// Follows a box with a Kalman filter that assumes a constant velocity. As in SORT and ByteTrack (Zhang 2022), noise is
/// proportional to the size of the box. The middle, the width, and the height are independent of each other, so that
/// each has a filter of two states.
class BoxFilter
{
public:
    explicit BoxFilter(const Box &box);

    /// Moves the box on by a time in seconds.
    void predict(double seconds);
    /// Takes a measured box for the time of the last prediction.
    void correct(const Box &box);
    Box box() const;

private:
    struct Axis
    {
        double position = 0;
        double velocity = 0; ///< per second
        double pp = 0, pv = 0, vv = 0; ///< covariances of position and velocity
    };
    static std::array<double, 4> axesOf(const Box &box);
    double sizeOf(std::size_t axis) const;

    std::array<Axis, 4> m_axes; ///< x and y of the middle, width, height
};

namespace Boxes {
/// Returns the area that two boxes share, as a share of the area that they cover.
double overlap(const Box &a, const Box &b);
/// Returns the share of the area of `inner` that lies within `outer`.
double within(const Box &inner, const Box &outer);
/// Returns a box that is larger by a share of its size at each side.
Box grown(const Box &box, double share);
}
