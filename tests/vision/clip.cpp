// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/vision/clip.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
const cv::Size analyzed(640, 360); ///< the largest picture that is analyzed
constexpr int quality = 70; ///< of the JPEG encoding, which stands for that of a camera

/// A passage is a line of the truth: actor, from, to, height, and the places where its feet begin and end.
Passage passageOf(const QJsonArray &line)
{
    return {line[0].toString(),
            line[1].toDouble(),
            line[2].toDouble(),
            line[3].toDouble(),
            {line[4].toDouble(), line[5].toDouble()},
            {line[6].toDouble(), line[7].toDouble()}};
}
}

Clip::Clip(const QString &path, const Actors &actors, double rate, double seconds)
    : m_actors(actors)
    , m_name(QFileInfo(path).completeBaseName())
    , m_rate(rate)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        m_truth = QJsonDocument::fromJson(file.readAll()).object();
    if (m_truth.isEmpty())
        throw std::runtime_error(path.toStdString() + " is no truth of a clip.");
    for (const auto &line : m_truth[u"passages"].toArray())
        m_passages += passageOf(line.toArray());
    m_seconds = m_truth[u"seconds"].toDouble();
    const QString recording = m_truth[u"clip"].toString();
    if (!recording.isEmpty()) {
        m_rate = m_truth[u"rate"].toDouble();
        m_video.emplace((recording.startsWith(u'/') ? recording : Actors::folder() + recording).toStdString());
        if (!m_video->isOpened())
            throw std::runtime_error(m_name.toStdString() + ": the clip of a package is missing");
        return;
    }
    m_place = actors.place(m_truth[u"place"].toString(), analyzed);
    m_weather.emplace(m_truth[u"weather"].toArray(), analyzed, m_seconds, qChecksum(m_name.toUtf8()));
    if (seconds > 0 && m_passages.isEmpty())
        m_seconds = seconds;
}

cv::Mat Clip::composed(double seconds)
{
    cv::Mat picture = m_place.clone();
    m_weather->moveLeaves(picture, seconds);
    for (const Passage &passage : std::as_const(m_passages)) {
        if (seconds < passage.from || seconds > passage.to)
            continue;
        const double share = (seconds - passage.from) / (passage.to - passage.from);
        const QPointF feet = passage.start + share * (passage.end - passage.start);
        m_actors.draw(picture, passage.actor, seconds - passage.from,
                      {feet.x() * analyzed.width, feet.y() * analyzed.height}, passage.height * analyzed.height,
                      passage.end.x() < passage.start.x());
    }
    m_weather->apply(picture, seconds);
    std::vector<uchar> jpeg;
    cv::imencode(".jpg", picture, jpeg, {cv::IMWRITE_JPEG_QUALITY, quality});
    return cv::imdecode(jpeg, cv::IMREAD_COLOR);
}

/// Returns the next picture of a recording in the size that the server analyzes.
cv::Mat Clip::recorded()
{
    cv::Mat picture;
    if (!m_video->read(picture))
        return {};
    const double scale = std::min({1.0, double(analyzed.width) / picture.cols, double(analyzed.height) / picture.rows});
    if (scale < 1)
        cv::resize(picture, picture, {}, scale, scale, cv::INTER_AREA);
    return picture;
}

cv::Mat Clip::next(double &seconds)
{
    seconds = m_picture++ / m_rate;
    if (seconds >= this->seconds())
        return {};
    return m_video ? recorded() : composed(seconds);
}
