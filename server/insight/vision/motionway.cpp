// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motionway.h"

#include <algorithm>
#include <cmath>

namespace {
double distanceBetween(const MotionStep &from, const MotionStep &to, bool whole)
{
    if (!whole)
        return std::hypot(to.middle.x() - from.middle.x(), to.middle.y() - from.middle.y());
    const auto along = [](double one, double other) {
        return one * other <= 0 ? 0 : std::min(std::abs(one), std::abs(other));
    };
    return std::hypot(along(to.sides.left() - from.sides.left(), to.sides.right() - from.sides.right()),
                      along(to.sides.top() - from.sides.top(), to.sides.bottom() - from.sides.bottom()));
}
}

MotionWay MotionWay::of(const std::deque<MotionStep> &steps, bool whole)
{
    MotionWay way;
    for (size_t i = 1; i < steps.size(); ++i) {
        const double step = distanceBetween(steps[i - 1], steps[i], whole);
        way.length += step;
        way.longest = std::max(way.longest, step / steps[i].pause);
    }
    way.distance = distanceBetween(steps.front(), steps.back(), whole);
    return way;
}
