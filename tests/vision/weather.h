// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <QJsonArray>

#include <vector>

/// What disturbs the pictures of a camera without that anything moves there: weather, lamps, insects, and the camera
/// itself. Each disturbance is a JSON object with its `kind`, the seconds `from` and `to` which it lasts, and its
/// `amount`, as tests/vision/truth/README.md describes. Once a clip is longer than the weather, the weather repeats,
/// but never in the same way.
class Weather
{
public:
    /// `seconds`: time after which the weather repeats.
    Weather(const QJsonArray &disturbances, const cv::Size &size, double seconds, uint64_t seed);

    /// Changes the place behind the actors: leaves move.
    void moveLeaves(cv::Mat &picture, double seconds);
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

    const QJsonArray &disturbancesAt(double seconds);
    void sweep(cv::Mat &picture, double seconds, const QJsonObject &light) const;
    void rain(cv::Mat &picture, double amount);
    void fly(cv::Mat &picture, double seconds, double perSecond);
    void shake(cv::Mat &picture, double pixels);
    void grain(cv::Mat &picture, double deviation);

    QJsonArray m_original; ///< as the truth states them
    QJsonArray m_disturbances; ///< of this repetition
    cv::Size m_size;
    double m_lasts; ///< seconds of a repetition
    int m_repetition = 0;
    cv::RNG m_variation; ///< of repetitions
    cv::RNG m_random;
    cv::Mat m_grain; ///< larger than a picture; a part of it is one picture's noise
    std::vector<Insect> m_insects;
    cv::Point2d m_shift; ///< of the shaking camera
    double m_before = 0; ///< seconds of the previous picture
};
