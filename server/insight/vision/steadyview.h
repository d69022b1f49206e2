// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <utility>

namespace cv {
class Mat;
}

/// Makes the pictures of a camera comparable with the usual view: of the same brightness, although the exposure hunts
/// or a cloud passes, and in the same place, although the camera shakes.
///
/// The brightness is evened out by one factor, the median over a grid, so that what moves does not count (global
/// photometric normalisation). The shift is measured by phase correlation (Kuglin and Hines 1975, OpenCV's
/// phaseCorrelate), and undone only where the picture agrees better with the usual view afterwards.
class SteadyView
{
public:
    SteadyView();
    ~SteadyView();

    enum class Change {
        None,
        Light, ///< the light changed at once
        Colours, ///< the camera began or ceased to show colours, because it switched its infrared light
    };

    /// Takes the next picture (CV_8UC3, about 320 x 180 pixels), and evens it out in place. `time`: when it was taken,
    /// on any clock.
    Change even(cv::Mat &picture, std::chrono::milliseconds time);
    /// Returns how far the last picture was from the usual view, as shares of its width and height. The shift is zero
    /// if it is not known.
    std::pair<double, double> shift() const;
    /// Returns true if one of the last pictures was shifted. Not each shift can be undone exactly.
    bool isShaking() const;
    /// Removes from a mask of the foreground (CV_8UC1, 0 and 255) where the last picture cannot be judged: at the edges
    /// of a picture that was shifted, and where the camera was dazzled.
    void hideUnknown(cv::Mat &foreground) const;
    /// Learns the usual view from the last picture outside of the foreground (CV_8UC1).
    void learn(const cv::Mat &foreground, double rate);
    void reset();

    /// Returns the last picture, and the usual view, in grey: CV_32F.
    const cv::Mat &now() const;
    const cv::Mat &usual() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
