// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <QJsonArray>

#include <vector>

/// What disturbs the pictures of a camera without that anything moves there: weather, lamps, insects, and the camera
/// itself. Each disturbance is a JSON object with its `kind`, the seconds `from` and `to` which it lasts, and its
/// `amount`, as tests/vision/truth/README.md describes.
class Weather
{
public:
    Weather(const QJsonArray &disturbances, const cv::Size &size, uint64_t seed);

    /// Changes the place behind the actors: leaves move.
    void moveLeaves(cv::Mat &picture, double seconds) const;
    /// Changes the finished scene: light, rain, insects, and what the camera does with it.
    void apply(cv::Mat &picture, double seconds);

private:
    struct Insect
    {
        cv::Point2d at;
        cv::Point2d speed; ///< pixels per second
        double radius = 0;
        double until = 0;
    };

    void sweep(cv::Mat &picture, double seconds, const QJsonObject &light) const;
    void rain(cv::Mat &picture, double amount);
    void fly(cv::Mat &picture, double seconds, double perSecond);
    void shake(cv::Mat &picture, double pixels);
    void grain(cv::Mat &picture, double deviation);

    QJsonArray m_disturbances;
    cv::Size m_size;
    cv::RNG m_random;
    cv::Mat m_grain; ///< larger than a picture; a part of it is one picture's noise
    std::vector<Insect> m_insects;
    cv::Point2d m_shift; ///< of the shaking camera
    double m_before = 0; ///< seconds of the previous picture
};
