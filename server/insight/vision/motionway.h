// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QPointF>
#include <QRectF>

#include <deque>

/// Where a moving region was. Distances are in heights of the picture.
struct MotionStep
{
    QDateTime time;
    QPointF middle;
    QRectF sides; ///< of the box
    double pause = 1; ///< factor by which the previous picture was longer ago than usual, at least 1
};

/// How far a moving region went, how long its way was, and its longest step.
struct MotionWay
{
    /// Measures a way by the middle of the region or, `whole`, by all sides of its box: a region that grows, or joins
    /// another, does not go with all its sides.
    static MotionWay of(const std::deque<MotionStep> &steps, bool whole);

    double distance = 0; ///< between both ends
    double length = 0;
    double longest = 0;
};
