// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/scenecheck.h"

#include "server/cameras/ingest/framesink.h"

#include <opencv2/imgproc.hpp>

namespace {
constexpr qint64 coveredAfter = 2000; // milliseconds
/// Minimum standard deviation of the brightness (of 255). A wall has about 10, a hand in front of the lens about 3.
constexpr double minDeviation = 5;
}

bool SceneCheck::isCovered(const Picture &picture)
{
    // cv::Mat has no constructor for constant pixels. The pixels are not modified.
    const cv::Mat source(picture.height, picture.width, CV_8UC3, const_cast<uchar *>(picture.bgr),
                         size_t(picture.stride));
    cv::Mat grey;
    cv::resize(source, grey, {80, 45}, 0, 0, cv::INTER_AREA);
    cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(grey, mean, deviation);
    if (deviation[0] >= minDeviation) {
        m_since = {};
        return false;
    }
    if (!m_since.isValid() || picture.time < m_since) // the clock may be set back
        m_since = picture.time;
    return m_since.msecsTo(picture.time) >= coveredAfter;
}
