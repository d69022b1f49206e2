// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cv {
class Mat;
template <typename T>
class Rect_;
}

/// Tells light and shadow, and what is far out of focus, from things. Their edges are soft: the difference from the
/// usual view, or the ratio to it where light falls on a pattern, changes slowly from pixel to pixel. An insect before
/// the lens is out of focus. (The ratio of a shadow to its background: Horprasert 1999.)
namespace LightSpots {
/// Returns true if the part `where` of a picture differs from the usual view by light alone. Both pictures: CV_32F, of
/// about 320 x 180 pixels.
bool isLight(const cv::Mat &now, const cv::Mat &usual, const cv::Rect_<int> &where);
}
