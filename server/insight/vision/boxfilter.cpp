// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/boxfilter.h"

#include <algorithm>
#include <cmath>

namespace {
/// Standard deviations as shares of the box, of a measured position and of the change of velocity in a second.
constexpr double measured = 1.0 / 20;
constexpr double acceleration = 0.5;
/// Standard deviation of the first velocity, in sizes of the box per second. A person walks about half their height.
constexpr double firstVelocity = 0.8;
constexpr double leastSize = 0.002; ///< about a pixel

double shared(const Box &a, const Box &b)
{
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}
}

std::array<double, 4> BoxFilter::axesOf(const Box &box)
{
    return {box.x + box.width / 2, box.y + box.height / 2, box.width, box.height};
}

/// Returns the size that the noise of an axis is proportional to: the width or the height of the box.
double BoxFilter::sizeOf(std::size_t axis) const { return std::max(leastSize, m_axes[2 + axis % 2].position); }

BoxFilter::BoxFilter(const Box &box)
{
    const auto values = axesOf(box);
    for (std::size_t i = 0; i < 4; ++i)
        m_axes[i].position = values[i];
    for (std::size_t i = 0; i < 4; ++i) {
        m_axes[i].pp = std::pow(2 * measured * sizeOf(i), 2);
        m_axes[i].vv = std::pow(firstVelocity * sizeOf(i), 2);
    }
}

void BoxFilter::predict(double seconds)
{
    for (std::size_t i = 0; i < 4; ++i) {
        Axis &axis = m_axes[i];
        const double noise = std::pow(acceleration * sizeOf(i), 2) * seconds; // of white acceleration
        axis.position += axis.velocity * seconds;
        axis.pp += 2 * seconds * axis.pv + seconds * seconds * axis.vv + noise * seconds * seconds / 3;
        axis.pv += seconds * axis.vv + noise * seconds / 2;
        axis.vv += noise;
    }
    for (std::size_t i = 2; i < 4; ++i)
        m_axes[i].position = std::max(m_axes[i].position, leastSize);
}

void BoxFilter::correct(const Box &box)
{
    const auto values = axesOf(box);
    for (std::size_t i = 0; i < 4; ++i) {
        Axis &axis = m_axes[i];
        const double variance = axis.pp + std::pow(measured * sizeOf(i), 2);
        const double gain = axis.pp / variance;
        const double velocityGain = axis.pv / variance;
        const double error = values[i] - axis.position;
        axis.position += gain * error;
        axis.velocity += velocityGain * error;
        axis.vv -= velocityGain * axis.pv;
        axis.pv -= gain * axis.pv;
        axis.pp -= gain * axis.pp;
    }
}

Box BoxFilter::box() const
{
    const double width = m_axes[2].position;
    const double height = m_axes[3].position;
    return {m_axes[0].position - width / 2, m_axes[1].position - height / 2, width, height};
}

double Boxes::overlap(const Box &a, const Box &b)
{
    const double both = shared(a, b);
    const double all = a.width * a.height + b.width * b.height - both;
    return all > 0 ? both / all : 0;
}

double Boxes::within(const Box &inner, const Box &outer)
{
    const double area = inner.width * inner.height;
    return area > 0 ? shared(inner, outer) / area : 0;
}

Box Boxes::grown(const Box &box, double share)
{
    return {box.x - share * box.width, box.y - share * box.height, box.width * (1 + 2 * share),
            box.height * (1 + 2 * share)};
}
