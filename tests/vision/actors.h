// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <QString>

#include <vector>

/// The places and the people of composed clips. They are cut out of the pictures and clips of the package opencv-doc.
class Actors
{
public:
    /// Throws: std::runtime_error if the package is not installed.
    Actors();

    /// Returns an empty place in colour: `street`, `lane`, or `hotel`.
    ///
    /// Throws: std::runtime_error if there is no such place.
    cv::Mat place(const QString &name, const cv::Size &size) const;
    /// Draws an actor, `person` or `van`, into a picture. `seconds`: since the actor appeared. `feet`: the middle of
    /// the lower edge, and `height` the height, in pixels.
    void draw(cv::Mat &picture, const QString &actor, double seconds, cv::Point2d feet, double height,
              bool leftwards) const;
    /// Returns the folder of the package's pictures and clips.
    static QString folder();

private:
    struct Sprite
    {
        cv::Mat colour; ///< CV_8UC3
        cv::Mat cover; ///< CV_32F, 0 to 1
    };

    Sprite cut(const cv::Mat &frame, cv::Rect where) const;

    cv::Mat m_street; ///< without people, CV_8UC3
    std::vector<Sprite> m_person; ///< a man who walks to the left, at 10 pictures per second
    Sprite m_van;
};
