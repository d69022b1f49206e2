// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/vision/actors.h"
#include "tests/vision/weather.h"

#include <opencv2/videoio.hpp>

#include <QJsonObject>
#include <QList>
#include <QPointF>

#include <memory>
#include <optional>

/// Somebody or something that passes through a clip, as its truth states it.
struct Passage
{
    QString actor;
    double from = 0; ///< seconds
    double to = 0;
    double height = 0; ///< share of the picture's height; 0: the clip of a package shows it
    QPointF start; ///< of the feet, in shares of the picture
    QPointF end;
};

/// A clip of tests/vision/truth: composed pictures, or a clip of a package, with what passes through it.
class Clip
{
public:
    /// `rate`: pictures per second of a composed clip. `seconds`: its length if nothing passes, over which the weather
    /// repeats with other strengths and times; 0: as the truth states.
    ///
    /// Throws: std::runtime_error if the file cannot be read.
    Clip(const QString &file, const Actors &actors, double rate = 8, double seconds = 0);

    QString name() const { return m_name; }
    QString title() const { return m_truth[u"title"].toString(); }
    const QList<Passage> &passages() const { return m_passages; }
    double seconds() const { return m_seconds; }
    double picturesPerSecond() const { return m_rate; }
    /// Returns the next picture, or an empty one at the end of the clip. `seconds`: the time of the picture.
    cv::Mat next(double &seconds);

private:
    cv::Mat composed(double seconds);
    cv::Mat recorded();

    const Actors &m_actors;
    QString m_name;
    QJsonObject m_truth;
    QList<Passage> m_passages;
    cv::Mat m_place;
    std::optional<Weather> m_weather;
    std::optional<cv::VideoCapture> m_video;
    double m_rate;
    double m_seconds = 0; ///< length
    int m_picture = 0;
};
