// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/framesink.h"

#include <opencv2/core.hpp>

/// The picture of a simulated camera in front of a wall. It is identical in each run.
class Scene
{
public:
    explicit Scene(int width = 640, int height = 360);

    /// Starts a new picture of the wall. `light` is added to the brightness; `noise` is the standard deviation of the
    /// noise.
    void paint(double light = 0, double noise = 3);
    /// Draws a person into the picture.
    void walker(const cv::Rect &where);
    /// Returns the pixels of the picture, which a test may disturb.
    cv::Mat &picture() { return m_picture; }
    /// Returns the picture with a time of `milliseconds` after the first picture.
    Picture at(qint64 milliseconds) const;

private:
    cv::Mat m_wall;
    cv::Mat m_picture;
    cv::RNG m_random{20261123};
};
