// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/framesink.h"

#include <opencv2/core.hpp>

/// A picture of a made-up camera in front of a wall with some structure; everything about it is the same in each run.
class Scene
{
public:
    explicit Scene(int width = 640, int height = 360);

    /// Starts a picture: the wall, `light` brighter, with sensor noise of that standard deviation.
    void paint(double light = 0, double noise = 3);
    /// Puts somebody into it.
    void walker(const cv::Rect &where);
    /// The picture, `milliseconds` after the first.
    Picture at(qint64 milliseconds) const;

private:
    cv::Mat m_wall;
    cv::Mat m_picture;
    cv::RNG m_random{20261123};
};
