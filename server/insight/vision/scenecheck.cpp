// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/scenecheck.h"

#include "server/cameras/ingest/framesink.h"

#include <opencv2/imgproc.hpp>

namespace {
constexpr qint64 certainAfter = 2000; // milliseconds
/// Standard deviation of the brightness (of 255) over the whole picture: a wall has 10, a hand before the lens 3.
constexpr double leastStructure = 5;
}

bool SceneCheck::isCovered(const Picture &picture)
{
    // OpenCV has no view of constant pixels; this one is only read.
    const cv::Mat source(picture.height, picture.width, CV_8UC3, const_cast<uchar *>(picture.bgr),
                         size_t(picture.stride));
    cv::Mat grey;
    cv::resize(source, grey, {80, 45}, 0, 0, cv::INTER_AREA);
    cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(grey, mean, deviation);
    if (deviation[0] >= leastStructure) {
        m_since = {};
        return false;
    }
    if (!m_since.isValid())
        m_since = picture.time;
    return m_since.msecsTo(picture.time) >= certainAfter;
}
