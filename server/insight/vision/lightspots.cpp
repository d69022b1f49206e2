// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/lightspots.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace {
constexpr int margin = 3; ///< pixels, so that the edges of the region count
/// Steepest change per pixel, as a share of the whole change, at a soft edge. A sharp edge of a smoothed picture has
/// about 0.25, and a spot of light less than 0.08.
constexpr double softSlope = 0.125;
/// The steepest twentieth is not looked at, because it may be noise.
constexpr double percentile = 0.95;
constexpr int smoothedPixels = 5; ///< in each direction
/// Added to both brightnesses before their ratio is taken, because that of dark pixels is noise.
constexpr double darkness = 12;

/// Returns the place of the percentile among sorted values.
long placeOf(const cv::Mat &values) { return long(percentile * double(values.total() - 1)); }

double high(const cv::Mat &values)
{
    std::vector<float> sorted(values.begin<float>(), values.end<float>());
    const auto place = sorted.begin() + placeOf(values);
    std::nth_element(sorted.begin(), place, sorted.end());
    return double(*place);
}

/// Returns whether high(values) is less than a limit, without sorting.
bool isHighBelow(const cv::Mat &values, double limit) { return cv::countNonZero(values < limit) > placeOf(values); }

/// Returns true if a change has soft edges.
bool isSoft(const cv::Mat &change)
{
    cv::Mat smooth;
    // cv::GaussianBlur() would do the same on several threads, which takes longer for so few pixels.
    static const cv::Mat kernel = cv::getGaussianKernel(smoothedPixels, 0, CV_32F);
    cv::sepFilter2D(change, smooth, -1, kernel, kernel);
    cv::Mat across;
    cv::Mat down;
    cv::Sobel(smooth, across, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(smooth, down, CV_32F, 0, 1, 3, 1.0 / 8);
    cv::Mat slope;
    cv::magnitude(across, down, slope);
    // The largest change needs no sorting, and tells enough of most regions.
    return isHighBelow(slope, softSlope * cv::norm(smooth, cv::NORM_INF))
        && isHighBelow(slope, softSlope * high(cv::abs(smooth)));
}
}

bool LightSpots::isLight(const cv::Mat &now, const cv::Mat &usual, const cv::Rect_<int> &where)
{
    const cv::Rect around =
        cv::Rect(where.x - margin, where.y - margin, where.width + 2 * margin, where.height + 2 * margin)
        & cv::Rect({}, now.size());
    const cv::Mat here = now(around);
    const cv::Mat before = usual(around);
    if (isSoft(here - before))
        return true;
    cv::Mat ratio;
    cv::divide(here + darkness, before + darkness, ratio);
    cv::log(ratio, ratio);
    return isSoft(ratio);
}
