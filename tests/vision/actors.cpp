// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/vision/actors.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
/// Where a man walks alone in vtest.avi: frame, middle of the feet, and height in pixels. Measured by hand.
struct Stand
{
    int frame;
    int x;
    int y;
    int height;
};
constexpr std::array<Stand, 4> stands{
    {{50, 693, 368, 108}, {60, 635, 340, 105}, {70, 606, 306, 93}, {80, 583, 281, 89}}};
constexpr int emptyFrames = 61; ///< of vtest.avi, of which the median has no people
constexpr int emptyStep = 13;
const cv::Rect van(650, 42, 76, 60); ///< the parked van of vtest.avi

Stand standAt(int frame)
{
    const auto next =
        std::find_if(stands.begin() + 1, stands.end() - 1, [&](const Stand &s) { return s.frame >= frame; });
    const Stand &from = *(next - 1);
    const double share = double(frame - from.frame) / (next->frame - from.frame);
    const auto between = [&](int a, int b) { return int(a + share * (b - a)); };
    return {frame, between(from.x, next->x), between(from.y, next->y), between(from.height, next->height)};
}

/// Returns the median of pictures, pixel by pixel.
cv::Mat medianOf(const std::vector<cv::Mat> &frames)
{
    cv::Mat median(frames.front().size(), CV_8UC3);
    std::vector<uchar> values(frames.size());
    for (size_t i = 0; i < median.total() * 3; ++i) {
        for (size_t k = 0; k < frames.size(); ++k)
            values[k] = frames[k].data[i];
        std::nth_element(values.begin(), values.begin() + long(values.size() / 2), values.end());
        median.data[i] = values[values.size() / 2];
    }
    return median;
}

/// Returns the middle part of a picture in the shape of `size`, scaled to it.
cv::Mat fitted(const cv::Mat &picture, const cv::Size &size)
{
    const double scale = std::max(double(size.width) / picture.cols, double(size.height) / picture.rows);
    cv::Mat scaled;
    cv::resize(picture, scaled, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return scaled(cv::Rect((scaled.cols - size.width) / 2, (scaled.rows - size.height) / 2, size.width, size.height))
        .clone();
}
}

QString Actors::folder() { return u"/usr/share/doc/opencv-doc/examples/data/"_s; }

Actors::Actors()
{
    cv::VideoCapture video((folder() + u"vtest.avi"_s).toStdString());
    std::vector<cv::Mat> walking;
    std::vector<cv::Mat> all;
    cv::Mat frame;
    for (int i = 0; i < emptyFrames * emptyStep && video.read(frame); ++i) {
        if (i % emptyStep == 0)
            all.push_back(frame.clone());
        if (i >= stands.front().frame && i < stands.back().frame)
            walking.push_back(frame.clone());
    }
    if (all.empty())
        throw std::runtime_error("The clips need the package opencv-doc.");
    m_street = medianOf(all);
    for (size_t i = 0; i < walking.size(); ++i) {
        const Stand stand = standAt(stands.front().frame + int(i));
        const int half = stand.height / 3;
        m_person.push_back(cut(walking[i], {stand.x - half, stand.y - stand.height - 4, 2 * half, stand.height + 8}));
    }
    m_van.colour = m_street(van).clone();
    cv::Mat cover(van.size(), CV_8UC1, cv::Scalar(0));
    const std::vector<cv::Point> outline{{4, 12},  {8, 4},   {62, 3}, {73, 28}, {73, 48},
                                         {60, 57}, {46, 57}, {6, 48}, {3, 40}};
    cv::fillPoly(cover, std::vector<std::vector<cv::Point>>{outline}, 255);
    cover.convertTo(m_van.cover, CV_32F, 1 / 255.0);
}

/// Cuts out what differs from the empty street.
Actors::Sprite Actors::cut(const cv::Mat &frame, cv::Rect where) const
{
    where &= cv::Rect({}, frame.size());
    cv::Mat difference;
    cv::absdiff(frame(where), m_street(where), difference);
    cv::transform(difference, difference, cv::Matx13f(1, 1, 1));
    cv::Mat cover = difference > 45;
    cv::morphologyEx(cover, cover, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat middles;
    const int count = cv::connectedComponentsWithStats(cover, labels, stats, middles);
    int largest = 1;
    for (int label = 2; label < count; ++label) {
        if (stats.at<int>(label, cv::CC_STAT_AREA) > stats.at<int>(largest, cv::CC_STAT_AREA))
            largest = label;
    }
    const cv::Rect exact(stats.at<int>(largest, cv::CC_STAT_LEFT), stats.at<int>(largest, cv::CC_STAT_TOP),
                         stats.at<int>(largest, cv::CC_STAT_WIDTH), stats.at<int>(largest, cv::CC_STAT_HEIGHT));
    Sprite sprite;
    sprite.colour = frame(where)(exact).clone();
    cv::Mat(labels(exact) == largest).convertTo(sprite.cover, CV_32F, 1 / 255.0);
    cv::GaussianBlur(sprite.cover, sprite.cover, {3, 3}, 0);
    return sprite;
}

cv::Mat Actors::place(const QString &name, const cv::Size &size) const
{
    if (name == u"street")
        return fitted(m_street, size);
    const QString file = name == u"lane" ? u"leuvenA.jpg"_s : name == u"hotel" ? u"building.jpg"_s : QString();
    const cv::Mat picture = file.isEmpty() ? cv::Mat() : cv::imread((folder() + file).toStdString());
    if (picture.empty())
        throw std::runtime_error("There is no place " + name.toStdString());
    return fitted(picture, size);
}

void Actors::draw(cv::Mat &picture, const QString &actor, double seconds, cv::Point2d feet, double height,
                  bool leftwards) const
{
    // The walk is shown forwards and backwards in turn.
    const int phase = int(seconds * 10) % int(2 * m_person.size() - 2);
    const int index = phase < int(m_person.size()) ? phase : int(2 * m_person.size()) - 2 - phase;
    const Sprite &sprite = actor == u"van" ? m_van : m_person[size_t(index)];
    // The sprites of a walk differ by a few pixels in height, which the scale must not even out.
    const double scale = height
        / (actor == u"van" ? double(m_van.colour.rows)
                           : double(m_person.front().colour.rows) * standAt(stands.front().frame + index).height
                   / stands.front().height);
    const cv::Size size(std::max(2, int(sprite.colour.cols * scale)), std::max(3, int(sprite.colour.rows * scale)));
    cv::Mat colour;
    cv::Mat cover;
    cv::resize(sprite.colour, colour, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::resize(sprite.cover, cover, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    if (!leftwards) {
        cv::flip(colour, colour, 1);
        cv::flip(cover, cover, 1);
    }
    const cv::Rect where(cvRound(feet.x) - size.width / 2, cvRound(feet.y) - size.height, size.width, size.height);
    const cv::Rect seen = where & cv::Rect({}, picture.size());
    for (int y = seen.y; y < seen.y + seen.height; ++y) {
        for (int x = seen.x; x < seen.x + seen.width; ++x) {
            const float share = cover.at<float>(y - where.y, x - where.x);
            auto &pixel = picture.at<cv::Vec3b>(y, x);
            const auto &own = colour.at<cv::Vec3b>(y - where.y, x - where.x);
            for (int c = 0; c < 3; ++c)
                pixel[c] = cv::saturate_cast<uchar>(share * float(own[c]) + (1 - share) * float(pixel[c]));
        }
    }
}
